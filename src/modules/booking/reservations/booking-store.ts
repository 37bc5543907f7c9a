import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from './appointment-details.js';
import type {
  Booking,
  BookingEvent,
  BookingEventType,
  BookingState,
  Claim,
  ClaimOwner,
  Leg,
  PendingMove,
  StoredBooking,
} from './booking.js';
import type { CellRange } from './legs.js';

export type NewBooking = StoredBooking;

/** Conditions of a change, checked by the database in the same write. */
export interface BookingGuard {
  states?: readonly BookingState[];
  expAfter?: Date;
  ver?: number;
}

/** With the fields about the notice to the customer, which go into the event of the change. */
export interface ChangeDetails
  extends Partial<AppointmentDetails>, Pick<BookingEvent, 'is_silent' | 'notice_delay_sec'> {}

export interface BookingChange {
  at: Date;
  state?: BookingState;
  exp?: Date | null;
  legs?: Leg[];
  move?: PendingMove | null;
  dead_at?: Date;
  due_at?: Date;
  details?: ChangeDetails;
  event?: BookingEventType;
  /** Allows a new booking with the client key. */
  freesKey?: boolean;
}

/**
 * Single-document operations of the protocol. It relies on three properties: `_id` is unique, a guarded change is atomic, and an
 * acknowledged write is durable. Reads see all acknowledged writes and nothing that can be rolled back.
 */
export interface BookingStore {
  /** @returns false if another booking has the client key */
  insertBooking(scope: CompanyScope, booking: NewBooking): Promise<boolean>;
  bookingByKey(scope: CompanyScope, clientKey: string): Promise<StoredBooking | null>;
  booking(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking | null>;
  owners(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Booking[]>;
  /** @returns the new state, or null if the guard did not match */
  change(
    scope: CompanyScope,
    id: Types.ObjectId,
    guard: BookingGuard,
    change: BookingChange,
  ): Promise<StoredBooking | null>;
  /** Sets the next check of the sweep, unless the booking has changed since `ver`. */
  setDue(scope: CompanyScope, id: Types.ObjectId, ver: number, due: Date | undefined): Promise<void>;
  /** Deletes a failed booking or an ended hold without unpublished events. @returns whether it was deleted */
  removeUnconfirmed(scope: CompanyScope, id: Types.ObjectId): Promise<boolean>;

  /** Inserts in order and stops at the first taken place. @returns its index, or null if all were stored */
  insertClaims(scope: CompanyScope, claims: readonly Claim[]): Promise<number | null>;
  claimsIn(scope: CompanyScope, spans: readonly CellRange[]): Promise<Claim[]>;
  claimsOf(scope: CompanyScope, b: Types.ObjectId): Promise<Claim[]>;
  deleteClaims(scope: CompanyScope, owner: ClaimOwner, ids: readonly string[]): Promise<void>;
  deleteAllClaims(scope: CompanyScope, b: Types.ObjectId): Promise<void>;
}
