import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Booking } from './booking.js';
import type { BookingChange, BookingStore } from './booking-store.js';
import { isExpired, isMoveExpired } from './liveness.js';

export const RECONCILE_DELAY_MS = 5_000;

/** Ends by a write what the clock says has expired. From then on its owner cannot commit it, whatever its clock says. */
export class ExpiryWriter {
  constructor(private readonly store: BookingStore) {}

  /**
   * Ends an expired booking, or its expired move of `attempt`. @returns the booking after it, or null if it has changed since it was read
   */
  async endExpired(
    scope: CompanyScope,
    booking: Booking,
    now: Date,
    attempt = booking.move?.a,
  ): Promise<Booking | null> {
    const isMoveOver = isMoveExpired(booking, now) && booking.move?.a === attempt;
    if (!isExpired(booking, now) && !isMoveOver) return booking;
    const end = booking.state === 'CLAIMING' ? 'FAILED' : 'EXPIRED';
    const change = isExpired(booking, now) ? expiry(end, now) : { at: now, move: null, due_at: reconcileBy(now) };
    return this.store.change(scope, booking._id, { ver: booking.ver }, change);
  }
}

export function reconcileBy(now: Date): Date {
  return new Date(now.getTime() + RECONCILE_DELAY_MS);
}

export function expiry(state: 'FAILED' | 'EXPIRED', now: Date): BookingChange {
  const death = { at: now, move: null, dead_at: now, due_at: reconcileBy(now), freesKey: true };
  return state === 'FAILED' ? { ...death, state } : { ...death, state, event: 'expired' };
}
