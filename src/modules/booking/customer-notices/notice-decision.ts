import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'mongoose';
import { appointmentStatus, type NoticeEvent } from '../appointments/index.js';
import type { AppointmentSource, StoredBooking } from '../reservations/index.js';
import type { CustomerNotice, NoticeKind, ToldVisit } from './customer-notice.schema.js';

/** Sources of appointments that customers have booked themselves. */
const BY_CUSTOMERS: readonly AppointmentSource[] = ['public', 'flow', 'assistant'];

export type ToldNotice = Pick<CustomerNotice, 'kind' | 'visit' | 'was_booked'>;

export type NoticedAppointment = Pick<
  StoredBooking,
  'state' | 'pending_on' | 'contact_id' | 'confirmed_at' | 'source' | 'starts_at' | 'ends_at' | 'nights' | 'lines'
>;

export interface NoticeQuestion {
  event: NoticeEvent;
  /** As it is now, which may be later than the event. */
  appointment: NoticedAppointment;
  /** The last notice to this customer; null if there was none. */
  told: ToldNotice | null;
  /** Whether another customer had notices of this appointment before. */
  isHandedOver: boolean;
  /** Default: now. */
  now?: Date;
}

/** Decides what to tell the customer; null: nothing, because it is told, past or no appointment. */
export function decideNotice({
  event,
  appointment,
  told,
  isHandedOver,
  now = new Date(),
}: NoticeQuestion): NoticeKind | null {
  if (!appointment.contact_id || !appointment.confirmed_at || appointment.starts_at <= now) return null;
  const status = appointmentStatus(appointment);
  if (status === 'cancelled') return cancellation(appointment, told);
  if (status !== 'pending' && status !== 'confirmed') return null;
  if (told && isSameVisit(told.visit, visitOf(appointment)) && isSameStatus(told.kind, status)) return null;
  // The appointment is older than the notices, or its confirmation is told by another job.
  if (!told && !isHandedOver && event === 'edited') return null;
  if (status === 'pending') return 'received';
  return told && saysBooked(told.kind) ? 'changed' : 'confirmed';
}

/** What this customer was told last of the appointment. An offer said nothing of it. */
export function toldBefore(
  before: readonly CustomerNotice[],
  contactId: Types.ObjectId | null,
): Pick<NoticeQuestion, 'told' | 'isHandedOver'> {
  const all = before.filter(({ kind }) => kind !== 'offered');
  const own = all.filter(({ contact_id }) => contactId?.equals(contact_id));
  return { told: own.at(-1) ?? null, isHandedOver: own.length < all.length };
}

/** Whether the text of the notice is still true. */
export function isStillTrue({ kind, visit }: ToldNotice, appointment: NoticedAppointment, now: Date): boolean {
  if (appointment.starts_at <= now) return false;
  if (kind === 'offered') return appointment.state === 'HELD';
  const status = appointmentStatus(appointment);
  if (kind === 'cancelled' || kind === 'request_cancelled') return status === 'cancelled';
  return isSameVisit(visit, visitOf(appointment)) && isSameStatus(kind, status);
}

export function visitOf({ starts_at, ends_at, nights, lines }: NoticedAppointment): ToldVisit {
  const sorted = (ids: string[]): string[] => [...new Set(ids)].sort();
  return {
    starts_at,
    stays_until: nights === null ? null : ends_at,
    service_ids: sorted(lines.map(({ service_id }) => service_id.toHexString())),
    pet_ids: sorted(lines.flatMap(({ pet_id }) => pet_id?.toHexString() ?? [])),
  };
}

function cancellation({ source, pending_on }: NoticedAppointment, told: ToldNotice | null): NoticeKind | null {
  // Without a notice only customers who booked by themselves know of the appointment.
  if (!told) return !BY_CUSTOMERS.includes(source) ? null : pending_on.length > 0 ? 'request_cancelled' : 'cancelled';
  if (told.kind === 'cancelled' || told.kind === 'request_cancelled') return null;
  return told.kind === 'received' && !told.was_booked ? 'request_cancelled' : 'cancelled';
}

export const saysBooked = (kind: NoticeKind): boolean => kind === 'confirmed' || kind === 'changed';

const isSameVisit = (one: ToldVisit, other: ToldVisit): boolean => isDeepStrictEqual(one, other);

function isSameStatus(kind: NoticeKind, status: string): boolean {
  if (kind === 'received') return status === 'pending';
  return saysBooked(kind) && status === 'confirmed';
}
