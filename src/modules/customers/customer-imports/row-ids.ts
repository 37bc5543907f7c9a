import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { CustomerImport } from './schemas/customer-import.schema.js';

const SECOND_MS = 1_000;
const TIME_BYTES = 4;
const HASH_BYTES = 8;

/**
 * The id of the contact or pet that a row makes. It is the same whenever the row is repeated, so nothing is made twice.
 * It begins with the time of the upload, so lists that are sorted by id stay in order.
 */
export function idOfRow(
  { _id, created_at }: Pick<CustomerImport, '_id' | 'created_at'>,
  row: number,
  what: 'contact' | 'pet',
): Types.ObjectId {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUInt32BE(Math.floor(created_at.getTime() / SECOND_MS));
  const hash = createHash('sha256').update(`${_id.toHexString()} ${what} ${row}`).digest();
  return new Types.ObjectId(Buffer.concat([time, hash.subarray(0, HASH_BYTES)]));
}
