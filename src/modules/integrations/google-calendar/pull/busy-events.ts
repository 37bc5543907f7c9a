import type { BusyEvent } from '../../../booking/calendar/index.js';
import { dayNumberOf, instantOf, ZoneTable } from '../../../booking/engine/index.js';
import type { EventTime, GoogleEvent } from '../api/google-event.js';

const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;
const KEPT_PAST_MS = DAY_MS;
/** As far ahead as a service can be booked. Later events come with a later reading of the whole calendar. */
const HORIZON_MS = 740 * DAY_MS;
const MAX_TITLE = 200;

/** Start and end of an event. All-day events mean the days of the calendar's zone. Undefined without both. */
export function periodOf({ start, end }: GoogleEvent, zone: string): { starts_at: Date; ends_at: Date } | undefined {
  if (!start || !end) return undefined;
  return { starts_at: instantOfTime(start, zone), ends_at: instantOfTime(end, zone) };
}

/** The busy time of an event of others; undefined if the person is free, or if it is past or too far ahead. */
export function toBusyEvent(event: GoogleEvent, zone: string, now: Date): BusyEvent | undefined {
  const period = event.isCancelled || event.isFree ? undefined : periodOf(event, zone);
  if (!period || period.starts_at >= period.ends_at) return undefined;
  if (period.ends_at.getTime() < now.getTime() - KEPT_PAST_MS) return undefined;
  if (period.starts_at.getTime() > now.getTime() + HORIZON_MS) return undefined;
  const title = event.isPrivate ? undefined : event.title;
  return { event_id: event.id, ...period, title: title?.slice(0, MAX_TITLE) ?? null };
}

function instantOfTime(time: EventTime, zone: string): Date {
  if ('instant' in time) return time.instant;
  return instantOf(ZoneTable.of(zone).firstAt(dayNumberOf(time.date) * MINUTES_A_DAY));
}
