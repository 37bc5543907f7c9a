import { type Booking, type Claim, isCommitted, isTentative } from './booking.js';

/** True for a booking that has, or may still get, what it lists. */
export function isLiveBooking(booking: Booking, now: Date): boolean {
  return isCommitted(booking) || (isTentative(booking) && !isExpired(booking, now));
}

/** True for a tentative booking whose time is over; it is dead only once somebody has written so. */
export function isExpired(booking: Booking, now: Date): boolean {
  return isTentative(booking) && (booking.exp === null || booking.exp <= now);
}

export function isMoveExpired({ move }: Booking, now: Date): boolean {
  return move !== null && move.exp <= now;
}

/** The one notion of "taken": the owner lives, and lists the cell under the attempt that claimed it. */
export function isLiveClaim(claim: Pick<Claim, 'a' | 'lane' | 'cell'>, owner: Booking | undefined, now: Date): boolean {
  if (!owner || !isLiveBooking(owner, now)) return false;
  const covers = ({ a, lane, from, to }: Booking['legs'][number]): boolean =>
    a === claim.a && lane === claim.lane && from <= claim.cell && claim.cell < to;
  if (owner.legs.some(covers)) return true;
  return owner.move !== null && !isMoveExpired(owner, now) && owner.move.legs.some(covers);
}
