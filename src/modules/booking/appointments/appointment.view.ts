import type { Types } from 'mongoose';
import {
  type AppointmentSource,
  type AppointmentStatus,
  type GateFinding,
  statusOf,
  type StoredBooking,
} from '../reservations/index.js';
import { policyView, type PolicyView } from './booking/policy.js';

/** One pet and its service, as it is sent. */
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

/** Something that does not hold, or that is waited for. */
export interface FindingView {
  kind: string;
  name: string;
  pet_id: string | null;
}

/** An appointment as it is sent over HTTP and to sockets: ids in hex, instants in ISO 8601. */
export interface AppointmentView {
  _id: string;
  company_id: string;
  contact_id: string | null;
  /** Of the first line. */
  pet_id: string | null;
  pet_ids: string[];
  service_id: string;
  staff_id: string | null;
  starts_at: string;
  ends_at: string;
  nights: number | null;
  time_zone: string;
  status: AppointmentStatus;
  /** Of a hold, or of a request that staff have not approved: until when. */
  expires_at: string | null;
  price: number | null;
  currency: string;
  notes: string | null;
  lines: AppointmentLineView[];
  resources: string[];
  source: AppointmentSource;
  series_id: string | null;
  cancel_reason: string | null;
  fee: number | null;
  policy: PolicyView;
  warnings: FindingView[];
  pending_on: FindingView[];
  overbooked: boolean;
  /** Who put it on top of what was there, and why. */
  overbook: { by: string; reason: string } | null;
  /** Who overrode the scheduling rules for it, and why. */
  override: { by: string; reason: string } | null;
  version: number;
  created_at: string;
  updated_at: string;
}

/** The status as the API names it: what is certain but waits for something is pending. */
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
    fee: booking.fee,
    policy: policyView(booking, now),
    warnings: booking.warnings.map(toFinding),
    pending_on: booking.pending_on.map(toFinding),
    overbooked: overbook !== null,
    overbook,
    override: booking.override,
    version: booking.ver,
    created_at: booking.created_at.toISOString(),
    updated_at: booking.updated_at.toISOString(),
  };
}

const hex = (id: Types.ObjectId | null | undefined): string | null => id?.toHexString() ?? null;

function toFinding({ kind, name, pet_id }: Omit<GateFinding, 'kind'> & { kind: string }): FindingView {
  return { kind, name, pet_id: hex(pet_id) };
}
