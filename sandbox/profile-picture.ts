/** Profile pictures of customers, at addresses that expire and differ in every answer, as Meta's do. */
import { createHash } from 'node:crypto';
import type { Customer } from './customers.ts';
import type { Reply } from './http/exchange.ts';
import { type Colour, png } from './media-files.ts';

const ADDRESS_LIFE_MS = 3_600_000;
const SIZE = 96;
const TOO_LARGE_BYTES = 3 * 1024 * 1024;

let addresses = 0;

/** Undefined for a customer without a picture. */
export function pictureAddress(baseUrl: string, customer: Customer, now: number): string | undefined {
  if (customer.picture === 'none') return undefined;
  const expiry = (now + ADDRESS_LIFE_MS).toString(16);
  const nonce = (++addresses).toString(36);
  const query = new URLSearchParams({ n: nonce, oe: expiry, oh: signatureOf(customer.id, nonce, expiry) });
  return `${baseUrl}/profile-pictures/${customer.id}?${query.toString()}`;
}

/** Answers 403 if the address has expired or is unknown. */
export function profilePicture(customer: Customer | undefined, query: URLSearchParams, now: number): Reply {
  const [nonce, expiry, signature] = ['n', 'oe', 'oh'].map((name) => query.get(name) ?? '') as [string, string, string];
  const isGiven = customer !== undefined && signature === signatureOf(customer.id, nonce, expiry);
  if (!isGiven || Number.parseInt(expiry, 16) < now || customer.picture === 'none') {
    return { status: 403, json: { error: 'URL signature expired' } };
  }
  if (customer.picture === 'too_large')
    return { status: 200, bytes: Buffer.alloc(TOO_LARGE_BYTES), contentType: 'image/png' };
  if (customer.picture === 'not_a_picture')
    return { status: 200, bytes: Buffer.from('<svg/>'), contentType: 'image/png' };
  if (customer.picture === 'busy') return { status: 503, json: { error: 'Service Unavailable' } };
  return { status: 200, bytes: portrait(customer.id, customer.picture), contentType: 'image/png' };
}

function signatureOf(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(['sandbox-pictures', ...parts].join('/'))
    .digest('hex')
    .slice(0, 24);
}

/** A head and shoulders, in colours of the id and the number of the picture. */
function portrait(id: string, picture: number): Buffer {
  const hash = createHash('sha256').update(`${id}/${picture}`).digest();
  const back = colour(hash, { from: 0, darkest: 200, span: 50 });
  const front = colour(hash, { from: 3, darkest: 40, span: 110 });
  return png(SIZE, SIZE, (x, y) => (isPerson(x, y) ? front : back));
}

function isPerson(x: number, y: number): boolean {
  const [across, head, shoulders] = [x - SIZE / 2, y - SIZE * 0.4, y - SIZE * 1.05];
  return Math.hypot(across, head) < SIZE * 0.19 || Math.hypot(across, shoulders) < SIZE * 0.4;
}

function colour(hash: Buffer, { from, darkest, span }: { from: number; darkest: number; span: number }): Colour {
  const channel = (index: number): number => darkest + (hash.readUInt8(from + index) % span);
  return [channel(0), channel(1), channel(2)];
}
