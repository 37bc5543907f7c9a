import type { Types } from 'mongoose';
import type { AppointmentSource, SettableStatus } from '../../reservations/index.js';
import type { BookingChannel, VisitRequest } from '../../availability/index.js';

export interface BookingActor {
  /** `public` is bound by lead times, policies and approvals; `staff` is not. */
  readonly channel: BookingChannel;
  readonly source: AppointmentSource;
  readonly userId?: string;
  readonly isManager?: boolean;
  readonly mayOverride?: boolean;
  /** The customer gets no notice of what the actor does. */
  readonly isSilent?: boolean;
  /** The notice to the customer waits so long. */
  readonly noticeDelaySec?: number;
  /** The fee that the customer saw before the request. */
  readonly expectedFee?: number;
}

export interface HoldRequest extends VisitRequest {
  starts_at: Date;
  /** End of boarding, instead of `nights`. */
  ends_at?: Date;
  contact_id?: string;
  /** Life of the hold in seconds. Default: `hold_minutes` of the company. */
  ttl_sec?: number;
  client_key?: string;
  body_hash?: string;
  /** A hold of the same visitor, proven by the caller. It is moved; no second hold is made. */
  replaces?: Types.ObjectId;
  notes?: string | null;
  series_id?: Types.ObjectId;
  /** Overrides scheduling rules, never a taken time. */
  override?: { reason: string };
  /** Total in minor units, in place of the price of the catalog. */
  price?: number;
}

export interface ConfirmRequest {
  contact_id: string;
  /** If they differ from the pets of the hold, the hold is planned again at the same time. */
  pet_ids?: readonly string[];
  /** Id of the accepted quote of a QUOTE_CHANGED answer. */
  accept_quote?: string;
  notes?: string | null;
  /** Staff must approve the request by then; otherwise it is cancelled. */
  approve_by?: Date;
}

export interface BookRequest extends Omit<HoldRequest, 'ttl_sec' | 'replaces' | 'contact_id'>, ConfirmRequest {
  pet_ids?: readonly string[];
  overbook?: { reason: string };
}

/** Absent fields stay unchanged. Ids are hex. */
export interface AppointmentChange extends Omit<VisitRequest, 'staff_id'> {
  starts_at?: Date;
  /** Null: anybody who is free. Absent: the same person. */
  staff_id?: string | null;
  /** Only for a visit of one pet; the price stays. */
  duration_min?: number;
  /** Total price in minor units. */
  price?: number;
  contact_id?: string;
  notes?: string | null;
  status?: SettableStatus;
  /** Overrides scheduling rules, never a taken time. Also closes visits of past days. */
  override?: { reason: string };
  /** Puts the visit beside another one of the same person, never on a taken table, kennel or room. */
  overbook?: { reason: string };
  version?: number;
}
