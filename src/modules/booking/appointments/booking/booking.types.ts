import type { Types } from 'mongoose';
import type { AppointmentSource, SettableStatus } from '../../reservations/index.js';
import type { BookingChannel, VisitWish } from '../../availability/index.js';

/** Who books or changes something, and by which way. */
export interface BookingActor {
  /** `public` is bound by lead times, policies and approvals; staff may do as they see fit. */
  readonly channel: BookingChannel;
  readonly source: AppointmentSource;
  /** Hex id of the user; of a customer there is none. */
  readonly userId?: string;
  /** May undo what has happened. */
  readonly isManager?: boolean;
  /** May override the scheduling rules, with a reason. */
  readonly mayOverride?: boolean;
}

export interface HoldRequest extends VisitWish {
  starts_at: Date;
  /** When boarding ends; `nights` says the same. */
  ends_at?: Date;
  contact_id?: string;
  /** How long the hold lives, seconds; the company's hold_minutes where absent. */
  ttl_sec?: number;
  /** The caller's own name for the request: repeated, also in parallel, it finds the same booking. */
  client_key?: string;
  /** From {@link bodyHashOf}: another request under the same client_key is refused. Absent: any request finds the booking. */
  body_hash?: string;
  /** A hold of the same visitor, of which the caller has proof; it moves instead of a second being made. */
  replaces?: Types.ObjectId;
  notes?: string | null;
  series_id?: Types.ObjectId;
  /** Overrides the scheduling rules, but never takes a time that is taken. */
  override?: { reason: string };
}

export interface ConfirmRequest {
  contact_id: string;
  /** Where they are not those of the hold, the hold is planned anew for them, at the same time. */
  pet_ids?: readonly string[];
  /** The id of the quote of a QUOTE_CHANGED answer that the caller agrees to. */
  accept_quote?: string;
  notes?: string | null;
  /** The appointment is a request until staff approve it; it is cancelled if they have not by then. */
  approve_by?: Date;
}

export interface BookRequest extends Omit<HoldRequest, 'ttl_sec' | 'replaces' | 'contact_id'>, ConfirmRequest {
  pet_ids?: readonly string[];
  /** Lets staff put it on top of what is there. */
  overbook?: { reason: string };
}

/** What is to change of an appointment; what is absent stays as it is. Ids are hex. */
export interface AppointmentChange extends Omit<VisitWish, 'staff_id'> {
  starts_at?: Date;
  /** Null: whoever can. Absent: the same person. */
  staff_id?: string | null;
  /** Of a visit of one pet; the price stays. */
  duration_min?: number;
  /** The whole price, in minor units. */
  price?: number;
  contact_id?: string;
  notes?: string | null;
  status?: SettableStatus;
  /** Overrides the scheduling rules, but never takes a time that is taken; also closes a visit of days ago. */
  override?: { reason: string };
  /** The version that must not have been passed. */
  version?: number;
}
