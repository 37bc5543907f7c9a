import type { Types } from 'mongoose';
import type { AppointmentDetails } from './appointment-details.js';
import type { Leg } from './leg.types.js';

export type { Leg, WantedLeg, Overbook } from './leg.types.js';

export const CELL_KINDS = ['5min', '15min', 'half_day', 'night'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** FAILED, EXPIRED and CANCELLED are final; claims of such bookings are garbage. FAILED was never a hold, EXPIRED was. */
export const BOOKING_STATES = [
  'CLAIMING',
  'HELD',
  'PAYING',
  'CONFIRMED',
  'CHECKED_IN',
  'IN_PROGRESS',
  'DONE',
  'NO_SHOW',
  'FAILED',
  'EXPIRED',
  'CANCELLED',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export const TENTATIVE_STATES = ['CLAIMING', 'HELD', 'PAYING'] as const satisfies readonly BookingState[];
export const HOLD_STATES = ['HELD', 'PAYING'] as const satisfies readonly BookingState[];
export const COMMITTED_STATES = [
  'CONFIRMED',
  'CHECKED_IN',
  'IN_PROGRESS',
  'DONE',
  'NO_SHOW',
] as const satisfies readonly BookingState[];
export const DEAD_STATES = ['FAILED', 'EXPIRED', 'CANCELLED'] as const satisfies readonly BookingState[];

/** New legs that are being claimed by the attempt `a`; void from `exp` on. */
export interface PendingMove {
  a: string;
  exp: Date;
  /** All legs after the move: kept ones under their old attempts, new ones under `a`. */
  legs: Leg[];
}

export const BOOKING_EVENTS = [
  'held',
  'confirmed',
  'moved',
  'edited',
  'checked_in',
  'started',
  'completed',
  'no_show',
  'reopened',
  'cancelled',
  'released',
  'expired',
] as const;
export type BookingEventType = (typeof BOOKING_EVENTS)[number];

/** Written with the change itself and removed when published. */
export interface BookingEvent {
  id: string;
  type: BookingEventType;
  at: Date;
  /** Staff asked that the customer gets no notice of this change. */
  is_silent?: true;
  /** The notice to the customer waits so long, so that an undo within this time leaves nothing to tell. */
  notice_delay_sec?: number;
}

/** The fields of the protocol; the product's fields lie beside them in the same document. */
export interface Booking {
  _id: Types.ObjectId;
  company_id: Types.ObjectId;
  state: BookingState;
  /** End of a tentative booking; null once committed. */
  exp: Date | null;
  /** Incremented by every change. */
  ver: number;
  legs: Leg[];
  move: PendingMove | null;
  ends_at: Date;
  dead_at: Date | null;
  /** Next check of the sweep; absent if nothing is left to do. */
  due_at?: Date;
}

/** Failed tries to publish in a row, and the time of the next try. */
export interface PublishRetry {
  failures: number;
  at: Date;
}

export interface StoredBooking extends Booking, AppointmentDetails {
  created_at: Date;
  updated_at: Date;
  events: BookingEvent[];
  tell_retry?: PublishRetry;
  client_key?: string;
  /** Hash of the request; absent without a client_key. */
  body_hash?: string;
}

export interface ClaimOwner {
  b: Types.ObjectId;
  a: string;
}

/** Place `k` of one cell of one bookable. The unique `_id` names this place, so only one owner can have it. */
export interface Claim extends ClaimOwner {
  _id: string;
  company_id: Types.ObjectId;
  lane: string;
  cell: number;
  k: number;
}

export function isTentative({ state }: Pick<Booking, 'state'>): boolean {
  return (TENTATIVE_STATES as readonly BookingState[]).includes(state);
}

export function isCommitted({ state }: Pick<Booking, 'state'>): boolean {
  return (COMMITTED_STATES as readonly BookingState[]).includes(state);
}

export function isDead({ state }: Pick<Booking, 'state'>): boolean {
  return (DEAD_STATES as readonly BookingState[]).includes(state);
}
