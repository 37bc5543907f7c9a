import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MailCalendar } from '../../accounts/notifications/index.js';
import type { NoticeKind } from './customer-notice.schema.js';

export interface CalendarFacts {
  readonly kind: NoticeKind;
  /** Whether this notice or one before it said that the appointment is booked. */
  readonly wasBooked: boolean;
  readonly appointmentId: string;
  /** Of the appointment; calendars replace the entry by the one with the larger number. */
  readonly version: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly address: string | null;
  readonly url: string | null;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly customer: { readonly name: string; readonly email: string };
}

const STATUSES: Readonly<Record<NoticeKind, ICalEventStatus>> = {
  offered: ICalEventStatus.TENTATIVE,
  received: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  changed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  request_cancelled: ICalEventStatus.CANCELLED,
};

/**
 * The calendar file of a notice (RFC 5546); undefined if the customer's calendar should stay as it is: it has no entry of
 * a request that was never confirmed. The UID is that of the calendar file on the page of the booking.
 */
export function noticeCalendar(facts: CalendarFacts): MailCalendar | undefined {
  const { kind, wasBooked, appointmentId, version, title, starts_at, ends_at, address, url } = facts;
  if (!wasBooked) return undefined;
  const status = STATUSES[kind];
  const method = status === ICalEventStatus.CANCELLED ? 'CANCEL' : 'REQUEST';
  const calendar = ical({
    prodId: { company: 'PetBuddy', product: 'Booking' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${appointmentId}@petbuddy`,
    sequence: version,
    summary: title,
    start: starts_at,
    end: ends_at,
    status,
    location: address,
    url,
    organizer: facts.organizer,
  });
  event.createAttendee({ ...facts.customer, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  return { method, content: calendar.toString() };
}
