import type { Types } from 'mongoose';
import {
  type AppointmentSource,
  type AppointmentStatus,
  type GateFinding,
  statusOf,
  type StoredBooking,
} from '../reservations/index.js';
import { policyView, type PolicyView } from './booking/policy.js';

export interface AppointmentLineView {
  pet_id: string | null;
  service_id: string;
  staff_id: string | null;
  starts_at: string;
  ends_at: string;
  price: number | null;
  add_ons: string[];
  resource_ids: string[];
}

export interface FindingView {
  kind: string;
  name: string;
  pet_id: string | null;
}

/** An appointment in HTTP answers and socket events: ids are hex, instants ISO 8601. */
export interface AppointmentView {
  _id: string;
  company_id: string;
  contact_id: string | null;
  pet_id: string | null;
  pet_ids: string[];
  service_id: string;
  staff_id: string | null;
  starts_at: string;
  ends_at: string;
  nights: number | null;
  time_zone: string;
  status: AppointmentStatus;
  /** End of a hold, or of the time that staff have to approve a request. */
  expires_at: string | null;
  price: number | null;
  currency: string;
  notes: string | null;
  lines: AppointmentLineView[];
  resources: string[];
  source: AppointmentSource;
  series_id: string | null;
  cancel_reason: string | null;
  /** Before `ends_at` if the pets left early: the time after it is free. */
  completed_at: string | null;
  /** When the customer said to come to the current start; a move takes it away. */
  confirmed_by_customer: string | null;
  fee: number | null;
  policy: PolicyView;
  warnings: FindingView[];
  pending_on: FindingView[];
  overbooked: boolean;
  overbook: { by: string; reason: string } | null;
  override: { by: string; reason: string } | null;
  /** User id; null: the customer or the system made the last change. */
  changed_by: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

/** A confirmed booking with pending reasons has the API status `pending`. */
export function appointmentStatus({
  state,
  pending_on,
}: Pick<StoredBooking, 'state' | 'pending_on'>): AppointmentStatus {
  return state === 'CONFIRMED' && pending_on.length > 0 ? 'pending' : statusOf(state);
}

export function toAppointmentView(booking: StoredBooking, now = new Date()): AppointmentView {
  const overbook = booking.legs.find((leg) => leg.overbook)?.overbook ?? null;
  return {
    _id: booking._id.toHexString(),
    company_id: booking.company_id.toHexString(),
    contact_id: hex(booking.contact_id),
    pet_id: hex(booking.pet_ids[0]),
    pet_ids: booking.pet_ids.map((id) => id.toHexString()),
    service_id: booking.service_id.toHexString(),
    staff_id: hex(booking.staff_id),
    starts_at: booking.starts_at.toISOString(),
    ends_at: booking.ends_at.toISOString(),
    nights: booking.nights,
    time_zone: booking.time_zone,
    status: appointmentStatus(booking),
    expires_at: (booking.exp ?? booking.pending_until)?.toISOString() ?? null,
    price: booking.price,
    currency: booking.currency,
    notes: booking.notes,
    lines: booking.lines.map((line) => ({
      pet_id: hex(line.pet_id),
      service_id: line.service_id.toHexString(),
      staff_id: hex(line.staff_id),
      starts_at: line.starts_at.toISOString(),
      ends_at: line.ends_at.toISOString(),
      price: line.price,
      add_ons: line.add_ons,
      resource_ids: line.resource_ids.map((id) => id.toHexString()),
    })),
    resources: booking.resource_ids.map((id) => id.toHexString()),
    source: booking.source,
    series_id: hex(booking.series_id),
    cancel_reason: booking.cancel_reason,
    completed_at: booking.completed_at?.toISOString() ?? null,
    confirmed_by_customer: customerConfirmedAt(booking)?.toISOString() ?? null,
    fee: booking.fee,
    policy: policyView(booking, now),
    warnings: booking.warnings.map(toFinding),
    pending_on: booking.pending_on.map(toFinding),
    overbooked: overbook !== null,
    overbook,
    override: booking.override,
    changed_by: hex(booking.changed_by === undefined ? booking.booked_by : booking.changed_by),
    version: booking.ver,
    created_at: booking.created_at.toISOString(),
    updated_at: booking.updated_at.toISOString(),
  };
}

/** When the customer said to come to the current start of the appointment; null if not. */
export function customerConfirmedAt({
  customer_confirmed: said,
  starts_at,
}: Pick<StoredBooking, 'customer_confirmed' | 'starts_at'>): Date | null {
  return said?.starts_at.getTime() === starts_at.getTime() ? said.at : null;
}

const hex = (id: Types.ObjectId | null | undefined): string | null => id?.toHexString() ?? null;

export function toFinding({ kind, name, pet_id }: Omit<GateFinding, 'kind'> & { kind: string }): FindingView {
  return { kind, name, pet_id: hex(pet_id) };
}
