import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=[0-9a-f]{64}$/;
const PREFIX_LENGTH = 'sha256='.length;

export function signatureKeys(secrets: readonly string[]): KeyObject[] {
  return secrets.filter((secret) => secret.length > 0).map((secret) => createSecretKey(Buffer.from(secret, 'utf8')));
}

/** Takes the bytes as received, because parsing and serialising again changes escapes. */
export function isSignedByAny(keys: readonly KeyObject[], body: Buffer, header: unknown): boolean {
  if (typeof header !== 'string' || !HEADER.test(header)) return false;
  const given = Buffer.from(header.slice(PREFIX_LENGTH), 'hex');
  // Tries every key, so that the time does not tell which one matched.
  return keys.map((key) => timingSafeEqual(createHmac('sha256', key).update(body).digest(), given)).includes(true);
}
