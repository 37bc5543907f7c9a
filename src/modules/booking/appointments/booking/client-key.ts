import { createHash } from 'node:crypto';
import { AppError } from '../../../../core/errors/index.js';
import { isDead, type StoredBooking } from '../../reservations/index.js';
import type { HoldRequest } from './booking.types.js';

export type RepeatableRequest = Pick<HoldRequest, 'client_key' | 'body_hash'>;

export function bodyHashOf(body: { client_key?: string }): RepeatableRequest {
  if (!body.client_key) return {};
  return { body_hash: createHash('sha256').update(JSON.stringify(body, inOneOrder)).digest('base64url') };
}

/** Accepts bookings without a hash, and holds that this request moved from another key. @throws AppError CLIENT_KEY_REUSED */
export function assertSameRequest(booking: StoredBooking, { client_key, body_hash }: RepeatableRequest): StoredBooking {
  const isKnown = client_key !== undefined && booking.client_key === client_key;
  if (!isKnown || !booking.body_hash || !body_hash || booking.body_hash === body_hash) return booking;
  throw AppError.conflict('CLIENT_KEY_REUSED', 'This client_key was used with another request; use a new key');
}

/** @throws AppError CLIENT_KEY_SPENT if the booking of this client_key has ended */
export function assertNotEnded(booking: StoredBooking): StoredBooking {
  if (!isDead(booking)) return booking;
  throw AppError.conflict('CLIENT_KEY_SPENT', 'The booking for this client_key has ended; use a new key');
}

/** Sorts fields: their order does not make another request. */
function inOneOrder(_name: string, value: unknown): unknown {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).toSorted()) : value;
}
