import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from './appointment-details.js';
import type {
  Booking,
  BookingEventType,
  BookingState,
  Claim,
  ClaimOwner,
  Leg,
  PendingMove,
  StoredBooking,
} from './booking.js';
import type { CellRange } from './legs.js';

/** A booking as it is when its document is made. */
export type NewBooking = StoredBooking;

/** What must still be so for a change to be made; judged by the database in the same step. */
export interface BookingGuard {
  states?: readonly BookingState[];
  /** `exp` must be later. */
  expAfter?: Date;
  /** Nothing has changed since this version was read. */
  ver?: number;
}

/** What a change writes, beside the next version. */
export interface BookingChange {
  at: Date;
  state?: BookingState;
  exp?: Date | null;
  legs?: Leg[];
  move?: PendingMove | null;
  dead_at?: Date;
  due_at?: Date;
  details?: Partial<AppointmentDetails>;
  event?: BookingEventType;
  /** The caller's key is free for another try. */
  freesKey?: boolean;
}

/**
 * The operations on single documents that the protocol is made of. Three properties of the database carry all of it:
 * `_id` is unique, a change and its guard are one atomic step, and what was acknowledged stays. Reads see every write
 * that was acknowledged before, and nothing that may still be rolled back.
 */
export interface BookingStore {
  /** @returns false when another booking has the client key */
  insertBooking(scope: CompanyScope, booking: NewBooking): Promise<boolean>;
  bookingByKey(scope: CompanyScope, clientKey: string): Promise<StoredBooking | null>;
  booking(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking | null>;
  /** What counts for liveness of those that exist. */
  owners(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Booking[]>;
  /** @returns the new state, or null when the guard did not hold */
  change(
    scope: CompanyScope,
    id: Types.ObjectId,
    guard: BookingGuard,
    change: BookingChange,
  ): Promise<StoredBooking | null>;
  /** Notes when the sweep is to look again, unless the booking has changed since `ver`. */
  setDue(scope: CompanyScope, id: Types.ObjectId, ver: number, due: Date | undefined): Promise<void>;
  /**
   * Deletes the document of a booking that failed, or of a hold that is over and was never confirmed, unless somebody
   * has yet to be told of it.
   * @returns whether it is deleted
   */
  removeUnconfirmed(scope: CompanyScope, id: Types.ObjectId): Promise<boolean>;

  /**
   * Stores claims one after the other and stops at the first whose place is taken.
   * @returns the index of that one, or null when all are stored
   */
  insertClaims(scope: CompanyScope, claims: readonly Claim[]): Promise<number | null>;
  claimsIn(scope: CompanyScope, spans: readonly CellRange[]): Promise<Claim[]>;
  claimsOf(scope: CompanyScope, b: Types.ObjectId): Promise<Claim[]>;
  /** Deletes those of the claims that are still this owner's. */
  deleteClaims(scope: CompanyScope, owner: ClaimOwner, ids: readonly string[]): Promise<void>;
  /** Deletes the claims of all attempts of a booking. */
  deleteAllClaims(scope: CompanyScope, b: Types.ObjectId): Promise<void>;
}
