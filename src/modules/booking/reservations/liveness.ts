import { type Booking, type Claim, isCommitted, isTentative } from './booking.js';

/** Whether a booking has, or may still get, its legs. */
export function isLiveBooking(booking: Booking, now: Date): boolean {
  return isCommitted(booking) || (isTentative(booking) && !isExpired(booking, now));
}

/** Tentative and past its time. It is dead only after a write says so. */
export function isExpired(booking: Booking, now: Date): boolean {
  return isTentative(booking) && (booking.exp === null || booking.exp <= now);
}

export function isMoveExpired({ move }: Booking, now: Date): boolean {
  return move !== null && move.exp <= now;
}

/** The only definition of "taken": the owner is live and lists the cell under the claim's attempt. */
export function isLiveClaim(claim: Pick<Claim, 'a' | 'lane' | 'cell'>, owner: Booking | undefined, now: Date): boolean {
  if (!owner || !isLiveBooking(owner, now)) return false;
  const covers = ({ a, lane, from, to }: Booking['legs'][number]): boolean =>
    a === claim.a && lane === claim.lane && from <= claim.cell && claim.cell < to;
  if (owner.legs.some(covers)) return true;
  return owner.move !== null && !isMoveExpired(owner, now) && owner.move.legs.some(covers);
}
