import type { PetTraits } from '../engine/index.js';
import type { Types } from 'mongoose';
import type { BookableService, GateDto, PolicyDto } from '../catalog/index.js';
import type { Leg } from './leg.types.js';

export const APPOINTMENT_SOURCES = ['staff', 'public', 'conversation', 'series', 'waitlist'] as const;
export type AppointmentSource = (typeof APPOINTMENT_SOURCES)[number];

/** What is done to one pet: one service at one time by one person. `price` is as quoted, in minor units. */
export interface AppointmentLine {
  pet_id: Types.ObjectId | null;
  /** What was said of a pet that is described instead of named. */
  described?: PetTraits;
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  price: number | null;
  /** Keys of the service's add-ons. */
  add_ons: string[];
  /** What it takes for itself: tables, kennels, pools. */
  resource_ids: Types.ObjectId[];
  /** Minutes, where staff have set them by hand. */
  duration_min?: number;
}

/** Something that does not hold for a pet on the day; `pet_id` is null where the pet is not known. */
export interface GateFinding {
  kind: GateDto['kind'];
  name: string;
  pet_id: Types.ObjectId | null;
}

/** What a confirmed appointment still waits for: somebody's approval, or proof of what a gate asks for. */
export interface PendingReason extends Omit<GateFinding, 'kind'> {
  kind: GateFinding['kind'] | 'approval';
}

/** Why staff booked or changed something that the scheduling rules forbid; `by` is the id of the user. */
export interface RuleOverride {
  by: string;
  reason: string;
}

/** What a no-show or a completion gave back, kept so that it can be undone; `fee` is as it was before. */
export interface FreedTime {
  legs: Leg[];
  fee: number | null;
}

/** What the product says of a booking; the protocol only carries it along, in the same writes. */
export interface AppointmentDetails {
  contact_id: Types.ObjectId | null;
  pet_ids: Types.ObjectId[];
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  /** IANA name of the zone the times were chosen in. */
  time_zone: string;
  /** In minor units of `currency`, as are the fee and the prices of the lines. */
  price: number | null;
  /** ISO 4217 code of the company's currency when the time was chosen. */
  currency: string;
  notes: string | null;
  lines: AppointmentLine[];
  source: AppointmentSource;
  series_id: Types.ObjectId | null;
  cancel_reason: string | null;
  /** Everybody who works on it, and everything it takes. */
  staff_ids: Types.ObjectId[];
  resource_ids: Types.ObjectId[];
  /** Of boarding. */
  nights: number | null;
  /** As it was when the time was chosen; what it says holds for this appointment. */
  policy: PolicyDto;
  /** The services as they were when the time was chosen: moves are planned from them, whatever became of the catalog. */
  booked_services: BookableService[];
  /** How often the customer has moved it. */
  reschedules: number;
  /** Gates that only warn. */
  warnings: GateFinding[];
  /** While there are any, the appointment is `pending`; its time is its own all the same. */
  pending_on: PendingReason[];
  /** Reasons that staff have approved by hand; they hold until the customer moves the appointment. */
  approved: PendingReason[];
  /** There are reasons to wait; a field of its own for the index. */
  is_pending: boolean;
  /** When a request that staff have not approved is cancelled; null where nothing has to be approved. */
  pending_until: Date | null;
  /** The user who booked it; null for a customer. */
  booked_by: Types.ObjectId | null;
  /** What moving and cancelling late, or not coming, has cost. */
  fee: number | null;
  /** The fee before the customer moved an approved appointment; staff who refuse the new request give it back. Absent until then. */
  fee_before_request?: number | null;
  /** When it became certain; of what was never more than a hold, null. */
  confirmed_at: Date | null;
  /** Cancelled when it was no longer free. */
  is_late_cancel: boolean;
  /** The last one, if there was any. */
  override: RuleOverride | null;
  /** Null unless it is a no-show or completed. */
  freed: FreedTime | null;
}
