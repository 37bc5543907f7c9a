import { type Claim, isCommitted, type StoredBooking } from '../../../src/modules/booking/reservations/booking.js';
import { statusOf } from '../../../src/modules/booking/reservations/booking-status.js';

/** The documents as they lie there, wherever that is. */
export interface BookingDocuments {
  bookings: ReadonlyMap<string, StoredBooking>;
  claims: ReadonlyMap<string, Claim>;
  /** Every attempt that was ever listed, where processes may sleep through the end of a move and claim after it. */
  attempts?: ReadonlySet<string>;
}

/**
 * The promises of the protocol (I1 to I4, I6) as a full scan.
 * @param graceMs how wrong a clock may be: a hold is only sure to be alive when it has longer than that to live
 * @param isAtRest also nothing may be claimed but what committed bookings list
 * @returns what is broken, or null
 */
export function violation(
  { bookings, claims, attempts }: BookingDocuments,
  nowMs: number,
  graceMs: number,
  isAtRest = false,
): string | null {
  const owned = new Map<string, number>();
  for (const { b, a, lane, cell } of claims.values()) {
    const key = `${b.toHexString()}|${a}|${lane}|${cell}`;
    owned.set(key, (owned.get(key) ?? 0) + 1);
  }
  const demand = new Map<string, { regular: number; capacity: number }>();
  let listed = 0;
  for (const booking of bookings.values()) {
    const isHeld = booking.state === 'HELD' || booking.state === 'PAYING';
    const isSurelyHeld = isHeld && booking.exp !== null && booking.exp.getTime() > nowMs + graceMs;
    if (!isCommitted(booking) && !isSurelyHeld) continue;
    for (const [place, { quantity, regular, capacity, a }] of placesOf(booking)) {
      const has = owned.get(`${booking._id.toHexString()}|${a}|${place}`) ?? 0;
      if (has < quantity) return `LOST: a ${statusOf(booking.state)} booking has ${has} of ${quantity} at ${place}`;
      listed += quantity;
      const known = demand.get(place) ?? { regular: 0, capacity };
      demand.set(place, { regular: known.regular + regular, capacity });
    }
  }
  for (const [place, { regular, capacity }] of demand) {
    if (regular > capacity) return `DOUBLE: ${regular} in ${capacity} places of ${place}`;
  }
  // What a mover left who slept through the end of its move: nobody counts it, and it goes with the booking's claims.
  const isHarmless = ({ b, a }: Claim): boolean => {
    const booking = bookings.get(b.toHexString());
    return booking !== undefined && isCommitted(booking) && attempts?.has(a) === false;
  };
  const rest = [...claims.values()].filter((claim) => !isHarmless(claim)).length;
  return isAtRest && listed !== rest ? `GARBAGE: ${rest} claims for ${listed} places` : null;
}

interface Listed {
  a: string;
  quantity: number;
  /** Of these, what nobody has said may be overbooked. */
  regular: number;
  capacity: number;
}

/** What a booking lists, by lane and cell; one entry an attempt. */
function placesOf({ legs }: StoredBooking): [place: string, Listed][] {
  const places = new Map<string, Listed>();
  for (const { a, lane, from, to, quantity, capacity, overbook } of legs) {
    for (let cell = from; cell < to; cell++) {
      const key = `${a}|${lane}|${cell}`;
      const known = places.get(key) ?? { a, quantity: 0, regular: 0, capacity };
      const regular = known.regular + (overbook ? 0 : quantity);
      places.set(key, { a, quantity: known.quantity + quantity, regular, capacity });
    }
  }
  return [...places].map(([key, listed]) => [key.slice(key.indexOf('|') + 1), listed]);
}
