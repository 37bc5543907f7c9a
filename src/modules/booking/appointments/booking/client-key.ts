import { createHash } from 'node:crypto';
import { AppError } from '../../../../core/errors/index.js';
import { isDead, type StoredBooking } from '../../reservations/index.js';
import type { HoldRequest } from './booking.types.js';

/** What tells a repetition of a request from another request. */
export type RepeatableRequest = Pick<HoldRequest, 'client_key' | 'body_hash'>;

/** What a repeatable request adds to its request. @param body as it came, its client_key included */
export function bodyHashOf(body: { client_key?: string }): RepeatableRequest {
  if (!body.client_key) return {};
  return { body_hash: createHash('sha256').update(JSON.stringify(body, inOneOrder)).digest('base64url') };
}

/**
 * Appointments from before there were hashes pass; so do holds that were made under another key and moved by this request.
 * @throws AppError CLIENT_KEY_REUSED
 */
export function assertSameRequest(booking: StoredBooking, { client_key, body_hash }: RepeatableRequest): StoredBooking {
  const isKnown = client_key !== undefined && booking.client_key === client_key;
  if (!isKnown || !booking.body_hash || !body_hash || booking.body_hash === body_hash) return booking;
  throw AppError.conflict('CLIENT_KEY_REUSED', 'This client_key was used with another request; use a new key');
}

/**
 * A repeated request finds what its `client_key` made once, unless that has ended.
 * @throws AppError CLIENT_KEY_SPENT
 */
export function assertNotEnded(booking: StoredBooking): StoredBooking {
  if (!isDead(booking)) return booking;
  throw AppError.conflict('CLIENT_KEY_SPENT', 'The booking of this client_key has ended; use a new key');
}

/** The same fields in another order are the same request. */
function inOneOrder(_name: string, value: unknown): unknown {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).toSorted()) : value;
}
