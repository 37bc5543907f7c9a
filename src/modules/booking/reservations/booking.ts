import type { Types } from 'mongoose';
import type { AppointmentDetails } from './appointment-details.js';
import type { Leg } from './leg.types.js';

export type { Leg, WantedLeg, Overbook } from './leg.types.js';

export const CELL_KINDS = ['5min', '15min', 'half_day', 'night'] as const;
/** How long one cell of a lane is; a cell itself is an integer, counted from the epoch in such steps. */
export type CellKind = (typeof CELL_KINDS)[number];

/**
 * The states of a booking. FAILED, EXPIRED and CANCELLED are dead and absorbing: whatever such a booking has claimed is
 * garbage for good. FAILED never was a hold, EXPIRED was one.
 */
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

/** Live only until `exp`. */
export const TENTATIVE_STATES = ['CLAIMING', 'HELD', 'PAYING'] as const satisfies readonly BookingState[];
/** A hold that has all its claims. */
export const HOLD_STATES = ['HELD', 'PAYING'] as const satisfies readonly BookingState[];
/** Live for as long as nobody says otherwise. */
export const COMMITTED_STATES = [
  'CONFIRMED',
  'CHECKED_IN',
  'IN_PROGRESS',
  'DONE',
  'NO_SHOW',
] as const satisfies readonly BookingState[];
export const DEAD_STATES = ['FAILED', 'EXPIRED', 'CANCELLED'] as const satisfies readonly BookingState[];

/** Another arrangement of the legs that is being claimed, under the attempt `a`; void from `exp` on. */
export interface PendingMove {
  a: string;
  exp: Date;
  /** All legs as they will be: shared ones under their old attempts, new ones under `a`. */
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

/** Something that happened, written with the change itself; whoever tells the world of it takes it out. */
export interface BookingEvent {
  id: string;
  type: BookingEventType;
  at: Date;
}

/** What the protocol knows of a booking; the product's own fields lie beside in the same document. */
export interface Booking {
  _id: Types.ObjectId;
  company_id: Types.ObjectId;
  state: BookingState;
  /** When a tentative booking lapses; null once it is committed. */
  exp: Date | null;
  /** Grows with every change. */
  ver: number;
  legs: Leg[];
  move: PendingMove | null;
  ends_at: Date;
  /** When it died. */
  dead_at: Date | null;
  /** When the sweep has to look at it next; absent when there is nothing left to do. */
  due_at?: Date;
}

/** How often the events of a booking could not be told in a row, and when that is tried again. */
export interface PublishRetry {
  failures: number;
  at: Date;
}

/** The whole document. */
export interface StoredBooking extends Booking, AppointmentDetails {
  created_at: Date;
  updated_at: Date;
  events: BookingEvent[];
  /** Absent unless telling has failed. */
  tell_retry?: PublishRetry;
  client_key?: string;
  /** Hash of the request that made it; absent where the caller sent no client_key. */
  body_hash?: string;
}

/** Who owns a claim: a booking, under one of its attempts. */
export interface ClaimOwner {
  b: Types.ObjectId;
  a: string;
}

/**
 * One place `k` of one cell of one lane, taken by its owner. The unique `_id` names exactly that place, so the database
 * itself lets only one have it.
 */
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
