import { randomBytes, randomInt } from 'node:crypto';

const MESSENGER_MID_BYTES = 66;
const INSTAGRAM_MID_BYTES = 120;
const WAMID_TAIL_BYTES = 10;

/** `m_` and about 88 url-safe characters. */
export function messengerMid(): string {
  return `m_${randomBytes(MESSENGER_MID_BYTES).toString('base64url')}`;
}

/** About 164 base64-like characters, far longer than receivers tend to expect. */
export function instagramMid(): string {
  return `aWdf${randomBytes(INSTAGRAM_MID_BYTES).toString('base64url')}`;
}

/**
 * Like the real ones: the base64 of a record with the phone number, a direction byte (0x11 business, 0x12 customer)
 * and a random tail.
 */
export function wamid(phone: string, direction: 'business' | 'customer'): string {
  const tail = randomBytes(WAMID_TAIL_BYTES).toString('hex').toUpperCase();
  const record = Buffer.concat([
    Buffer.from([0x1c, 0x18, phone.length]),
    Buffer.from(phone, 'latin1'),
    Buffer.from([0x15, 0x02, 0x00, direction === 'business' ? 0x11 : 0x12, 0x18, tail.length]),
    Buffer.from(tail, 'latin1'),
    Buffer.from([0x00]),
  ]);
  return `wamid.${record.toString('base64')}`;
}

/** Does not start with zero; ids of 16 digits and more exceed 2^53. */
export function numericId(digits: number): string {
  let id = String(randomInt(1, 10));
  while (id.length < digits) id += String(randomInt(0, 10));
  return id;
}

export function traceId(): string {
  return `A${randomBytes(15).toString('base64url')}`;
}
