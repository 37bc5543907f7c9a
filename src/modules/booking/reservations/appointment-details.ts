import type { PetTraits } from '../engine/index.js';
import type { Types } from 'mongoose';
import type { BookableService, GateDto, PolicyDto } from '../catalog/index.js';
import type { Leg } from './leg.types.js';

export const APPOINTMENT_SOURCES = [
  'staff',
  'public',
  'conversation',
  'series',
  'waitlist',
  'import',
  'flow',
  'assistant',
] as const;
export type AppointmentSource = (typeof APPOINTMENT_SOURCES)[number];

/** One service for one pet; `price` is the quoted one, in minor units. */
export interface AppointmentLine {
  pet_id: Types.ObjectId | null;
  /** Traits of a pet that is described instead of named. */
  described?: PetTraits;
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  price: number | null;
  add_ons: string[];
  resource_ids: Types.ObjectId[];
  duration_min?: number;
}

/** A gate that is not met; `pet_id` is null if the pet is unknown. */
export interface GateFinding {
  kind: GateDto['kind'];
  name: string;
  pet_id: Types.ObjectId | null;
}

/** Why a confirmed appointment is pending: an approval, or a gate without proof. */
export interface PendingReason extends Omit<GateFinding, 'kind'> {
  kind: GateFinding['kind'] | 'approval';
}

/** Why staff ignored scheduling rules; `by` is a user id. */
export interface RuleOverride {
  by: string;
  reason: string;
}

/** Freed legs, kept so that a no-show or completion can be undone; `fee` is the fee before it. */
export interface FreedTime {
  legs: Leg[];
  fee: number | null;
}

export interface AppointmentDetails {
  contact_id: Types.ObjectId | null;
  pet_ids: Types.ObjectId[];
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  /** In minor units of `currency`, like the fee and the prices of the lines. */
  price: number | null;
  /** ISO 4217. */
  currency: string;
  notes: string | null;
  lines: AppointmentLine[];
  source: AppointmentSource;
  series_id: Types.ObjectId | null;
  cancel_reason: string | null;
  staff_ids: Types.ObjectId[];
  resource_ids: Types.ObjectId[];
  nights: number | null;
  /** Copied from the services when the time was chosen. */
  policy: PolicyDto;
  /** Copies from when the time was chosen; moves are planned with them, not with the current catalog. */
  booked_services: BookableService[];
  reschedules: number;
  warnings: GateFinding[];
  /** Not empty: the status is `pending`. The time is reserved all the same. */
  pending_on: PendingReason[];
  /** Approved by staff; valid until the customer moves the appointment. */
  approved: PendingReason[];
  /** True if `pending_on` is not empty; stored for the index. */
  is_pending: boolean;
  /** A request without approval is cancelled at this time. */
  pending_until: Date | null;
  booked_by: Types.ObjectId | null;
  /** Who made the last change; null: the customer or the system. Absent before any change. */
  changed_by?: Types.ObjectId | null;
  fee: number | null;
  /** Restored if staff refuse the customer's move. Absent until then. */
  fee_before_request?: number | null;
  /** Null for a booking that was only a hold. */
  confirmed_at: Date | null;
  is_late_cancel: boolean;
  /** The customer cancelled it, not the company. Absent until then. */
  is_customer_cancel?: boolean;
  override: RuleOverride | null;
  /** Null unless it is a no-show or completed. */
  freed: FreedTime | null;
  /** When staff completed it. Null or absent while it is not completed, and after an undo. */
  completed_at?: Date | null;
  /** The customer has said to come, to the start that the appointment had then. */
  customer_confirmed?: { at: Date; starts_at: Date } | null;
}
