import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { AppointmentStatus } from '../reservations/index.js';

/** An appointment as an entry of a customer's calendar. */
export interface CalendarEntry {
  readonly id: string;
  /** Grows with each change, so that calendars replace the older entry. */
  readonly version: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: AppointmentStatus;
  readonly address: string | null;
  readonly manageUrl: string;
}

const STATUS: Partial<Record<AppointmentStatus, ICalEventStatus>> = {
  held: ICalEventStatus.TENTATIVE,
  pending: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** The text of an .ics file (RFC 5545). Times are in UTC; calendars show them in the zone of their user. */
export function calendarFile(entry: CalendarEntry): string {
  const { id, version, changedAt, title, startsAt, endsAt, status, address, manageUrl } = entry;
  const calendar = ical({ prodId: { company: 'PetBuddy', product: 'Booking' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${id}@petbuddy`,
    sequence: version,
    stamp: changedAt,
    summary: title,
    start: startsAt,
    end: endsAt,
    status: STATUS[status] ?? ICalEventStatus.CONFIRMED,
    location: address,
    url: manageUrl,
    description: manageUrl,
  });
  return calendar.toString();
}
