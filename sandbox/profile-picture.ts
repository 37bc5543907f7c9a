/** Profile pictures of customers, at addresses that expire and differ in every answer, as Meta's do. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Customer } from './customers.ts';
import type { Reply } from './http/exchange.ts';

const ADDRESS_LIFE_MS = 3_600_000;
const SIZE = 96;
const CHANNELS = 3;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;
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

/** Answers 403 if the address has expired or was never given out. */
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
  const back = pale(hash, 0);
  const front = strong(hash, 3);
  const rows = Array.from({ length: SIZE }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: SIZE }, (_pixel, x) => (isPerson(x, y) ? front : back)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, TRUE_COLOUR], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isPerson(x: number, y: number): boolean {
  const [across, head, shoulders] = [x - SIZE / 2, y - SIZE * 0.4, y - SIZE * 1.05];
  return Math.hypot(across, head) < SIZE * 0.19 || Math.hypot(across, shoulders) < SIZE * 0.4;
}

const pale = (hash: Buffer, from: number): number[] => colour(hash, from).map((value) => 200 + (value % 50));
const strong = (hash: Buffer, from: number): number[] => colour(hash, from).map((value) => 40 + (value % 110));
const colour = (hash: Buffer, from: number): number[] => [...hash.subarray(from, from + CHANNELS)];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
