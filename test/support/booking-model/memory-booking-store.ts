import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../src/core/tenancy/index.js';
import type { Booking, Claim, ClaimOwner, StoredBooking } from '../../../src/modules/booking/reservations/booking.js';
import type {
  BookingChange,
  BookingGuard,
  BookingStore,
} from '../../../src/modules/booking/reservations/booking-store.js';
import type { CellRange } from '../../../src/modules/booking/reservations/legs.js';

/** The documents of one company as the database has them; every method is one atomic step. */
export class MemoryBookingStore implements BookingStore {
  readonly bookings = new Map<string, StoredBooking>();
  readonly claims = new Map<string, Claim>();
  /** Every attempt that a booking has ever listed as its own. */
  readonly attempts = new Set<string>();

  insertBooking(_scope: CompanyScope, booking: StoredBooking): Promise<boolean> {
    const { client_key } = booking;
    const isTaken = client_key && [...this.bookings.values()].some((one) => one.client_key === client_key);
    if (!isTaken) this.put(booking);
    return Promise.resolve(!isTaken);
  }

  bookingByKey(_scope: CompanyScope, clientKey: string): Promise<StoredBooking | null> {
    const found = [...this.bookings.values()].find(({ client_key }) => client_key === clientKey);
    return Promise.resolve(found ? copied(found) : null);
  }

  booking(_scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking | null> {
    const found = this.bookings.get(id.toHexString());
    return Promise.resolve(found ? copied(found) : null);
  }

  owners(_scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Booking[]> {
    return Promise.resolve(ids.flatMap((id) => this.bookings.get(id.toHexString()) ?? []).map(copied));
  }

  change(
    _scope: CompanyScope,
    id: Types.ObjectId,
    { states, expAfter, ver }: BookingGuard,
    change: BookingChange,
  ): Promise<StoredBooking | null> {
    const found = this.bookings.get(id.toHexString());
    if (!found || (states && !states.includes(found.state)) || (ver !== undefined && found.ver !== ver)) {
      return Promise.resolve(null);
    }
    if (expAfter && !(found.exp && found.exp > expAfter)) return Promise.resolve(null);
    const { at, event, details, freesKey, ...fields } = change;
    const changed: StoredBooking = { ...found, ...details, ...fields, ver: found.ver + 1, updated_at: at };
    if (event) changed.events = [...found.events, { id: `${id.toHexString()}.${changed.ver}`, type: event, at }];
    if (freesKey) delete changed.client_key;
    this.put(changed);
    return Promise.resolve(copied(changed));
  }

  setDue(_scope: CompanyScope, id: Types.ObjectId, ver: number, due: Date | undefined): Promise<void> {
    const found = this.bookings.get(id.toHexString());
    if (found?.ver === ver) {
      delete found.due_at;
      if (due) found.due_at = due;
    }
    return Promise.resolve();
  }

  removeUnconfirmed(_scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const state = this.bookings.get(id.toHexString())?.state;
    const isOver = state === 'FAILED' || state === 'EXPIRED';
    return Promise.resolve(isOver && this.bookings.delete(id.toHexString()));
  }

  insertClaims(_scope: CompanyScope, claims: readonly Claim[]): Promise<number | null> {
    for (const [index, claim] of claims.entries()) {
      if (this.claims.has(claim._id)) return Promise.resolve(index);
      this.claims.set(claim._id, { ...claim });
    }
    return Promise.resolve(null);
  }

  claimsIn(_scope: CompanyScope, spans: readonly CellRange[]): Promise<Claim[]> {
    const isInside = ({ lane, cell }: Claim): boolean =>
      spans.some((span) => span.lane === lane && span.from <= cell && cell < span.to);
    return Promise.resolve([...this.claims.values()].filter(isInside).map((claim) => ({ ...claim })));
  }

  claimsOf(_scope: CompanyScope, b: Types.ObjectId): Promise<Claim[]> {
    return Promise.resolve([...this.claims.values()].filter((claim) => claim.b.equals(b)));
  }

  deleteClaims(_scope: CompanyScope, { b, a }: ClaimOwner, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const claim = this.claims.get(id);
      if (claim?.b.equals(b) && claim.a === a) this.claims.delete(id);
    }
    return Promise.resolve();
  }

  deleteAllClaims(_scope: CompanyScope, b: Types.ObjectId): Promise<void> {
    for (const [id, claim] of this.claims) if (claim.b.equals(b)) this.claims.delete(id);
    return Promise.resolve();
  }

  private put(booking: StoredBooking): void {
    this.bookings.set(booking._id.toHexString(), copied(booking));
    for (const { a } of booking.legs) this.attempts.add(a);
  }

  due(now: Date): StoredBooking[] {
    return [...this.bookings.values()].filter(({ due_at }) => due_at && due_at <= now);
  }
}

function copied(booking: StoredBooking): StoredBooking {
  const legs = booking.legs.map((leg) => ({ ...leg }));
  const { move } = booking;
  return { ...booking, legs, move: move && { ...move, legs: move.legs.map((leg) => ({ ...leg })) } };
}
