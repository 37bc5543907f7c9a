import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=[0-9a-f]{64}$/;
const PREFIX_LENGTH = 'sha256='.length;

/** Secrets as the verifier wants them, made once. */
export function signatureKeys(secrets: readonly string[]): KeyObject[] {
  return secrets.filter((secret) => secret.length > 0).map((secret) => createSecretKey(Buffer.from(secret, 'utf8')));
}

/**
 * Whether one of the secrets signed exactly these bytes. The bytes must be those of the wire: parsing and serialising
 * again changes escapes and breaks every signature with an emoji or an "@" in it.
 */
export function isSignedByAny(keys: readonly KeyObject[], body: Buffer, header: unknown): boolean {
  if (typeof header !== 'string' || !HEADER.test(header)) return false;
  const given = Buffer.from(header.slice(PREFIX_LENGTH), 'hex');
  // Every key is tried, so that the time does not tell which one matched.
  return keys.map((key) => timingSafeEqual(createHmac('sha256', key).update(body).digest(), given)).includes(true);
}
