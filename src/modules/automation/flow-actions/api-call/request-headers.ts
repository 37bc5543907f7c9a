import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ActionFailure } from '../action-failure.js';

/** `{{secret.NAME}}`, as the core leaves it in the value of a header. */
const SECRET = /\{\{\s*secret\.([A-Za-z][\w-]{0,63})\s*\}\}/g;
/** Headers that control the connection, carry cookies, or give access to the metadata services of clouds. */
const FORBIDDEN = new Set([
  ...['host', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'expect', 'te', 'trailer'],
  ...['proxy-authorization', 'proxy-connection', 'accept-encoding', 'cookie', 'idempotency-key'],
  ...['metadata', 'metadata-flavor', 'x-google-metadata-request', 'x-aws-ec2-metadata-token'],
  ...['x-aws-ec2-metadata-token-ttl-seconds', 'x-metadata-token'],
]);

/** The names of the secrets that these headers need, each once. */
export function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  const names = Object.values(headers).flatMap((value) =>
    [...value.matchAll(SECRET)].map(([, name]) => name as string),
  );
  return [...new Set(names)];
}

/**
 * The headers of a call, with lower-case names and with the secrets filled in.
 * @throws ActionFailure HEADER_NOT_ALLOWED; its message does not contain the value
 */
export function filledHeaders(
  headers: Readonly<Record<string, string>>,
  secrets: ReadonlyMap<string, string>,
): Record<string, string> {
  const filled = Object.entries(headers).map(([name, template]): [string, string] => {
    const key = name.trim().toLowerCase();
    const value = template.replace(SECRET, (_match, secret: string) => secrets.get(secret) ?? '');
    assertHeader(key, value);
    return [key, value];
  });
  return Object.fromEntries(filled);
}

function assertHeader(name: string, value: string): void {
  if (FORBIDDEN.has(name)) throw new ActionFailure('HEADER_NOT_ALLOWED', `A flow may not set the header ${name}`);
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new ActionFailure(
      'HEADER_NOT_ALLOWED',
      `The header ${JSON.stringify(name)} has characters that HTTP forbids`,
    );
  }
}
