import { createHmac, timingSafeEqual } from 'node:crypto';

const HEX_SHA512 = /^[0-9a-f]{128}$/i;

/** Takes the bytes as received. @param header `X-Webhook-Hmac`: the HMAC-SHA512 of the body in hex */
export function isSigned(secret: string, body: Buffer, header: unknown): boolean {
  if (typeof header !== 'string' || !HEX_SHA512.test(header)) return false;
  return timingSafeEqual(createHmac('sha512', secret).update(body).digest(), Buffer.from(header, 'hex'));
}
