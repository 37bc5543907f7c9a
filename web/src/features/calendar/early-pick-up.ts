import type { Schemas } from '#web/lib/api/client.ts';
import { dateOf, type TimeSettings } from '#web/lib/time/company-time.ts';

type DiaryAppointment = Schemas['DiaryAppointmentDto'];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Work that ends a few minutes before its time is not early. */
const LEAST_EARLY_MS = 10 * MINUTE_MS;

/** What a pick-up now would free. */
export interface EarlyPickUp {
  /** Of a stay; 0 for a visit. */
  nights: number;
}

/** Undefined unless the pets are here and leave before the planned end: a stay before its last day, a visit before its end. */
export function earlyPickUp(
  { status, ends_at, nights }: Pick<DiaryAppointment, 'status' | 'ends_at' | 'nights'>,
  now: number,
  time: TimeSettings,
): EarlyPickUp | undefined {
  if (status !== 'checked_in' && status !== 'in_progress') return undefined;
  if (nights === null) return Date.parse(ends_at) - now >= LEAST_EARLY_MS ? { nights: 0 } : undefined;
  const left = (Date.parse(dateOf(ends_at, time)) - Date.parse(dateOf(now, time))) / DAY_MS;
  return left > 0 ? { nights: Math.min(left, nights) } : undefined;
}

/** The end that the calendar shows: the time after an early pick-up is free. It is never before the start. */
export function shownEnd({
  starts_at,
  ends_at,
  completed_at,
}: Pick<DiaryAppointment, 'starts_at' | 'ends_at' | 'completed_at'>): string {
  const end = completed_at !== null && completed_at < ends_at ? completed_at : ends_at;
  return end > starts_at ? end : starts_at;
}
