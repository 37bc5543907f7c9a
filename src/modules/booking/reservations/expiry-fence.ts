import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Booking } from './booking.js';
import type { BookingChange, BookingStore } from './booking-store.js';
import { isExpired, isMoveExpired } from './liveness.js';

/** How long whoever changed a booking has to tidy up after it before the sweep does. */
export const RECONCILE_DELAY_MS = 5_000;

/**
 * The fence: what has run out by the clock is made to have run out by a write, on the version that was read. From then
 * on no clock, however wrong, lets its owner commit it.
 */
export class ExpiryFence {
  constructor(private readonly store: BookingStore) {}

  /**
   * Ends a booking whose time is over, or a move whose time is over.
   * @param attempt only of interest if the move is of this attempt
   * @returns the booking as it is then, or null when it has changed since it was read
   */
  async endExpired(
    scope: CompanyScope,
    booking: Booking,
    now: Date,
    attempt = booking.move?.a,
  ): Promise<Booking | null> {
    const isMoveOver = isMoveExpired(booking, now) && booking.move?.a === attempt;
    if (!isExpired(booking, now) && !isMoveOver) return booking;
    const change = isExpired(booking, now) ? expiry(booking, now) : { at: now, move: null, due_at: reconcileBy(now) };
    return this.store.change(scope, booking._id, { ver: booking.ver }, change);
  }
}

export function reconcileBy(now: Date): Date {
  return new Date(now.getTime() + RECONCILE_DELAY_MS);
}

function expiry({ state }: Booking, now: Date): BookingChange {
  const death = { at: now, move: null, dead_at: now, due_at: reconcileBy(now), freesKey: true };
  if (state === 'CLAIMING') return { ...death, state: 'FAILED' };
  return { ...death, state: 'EXPIRED', event: 'expired' };
}
