import { dateOf, shortDate, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { WaitlistRow, WaitWindow } from './waitlist-queries.ts';
import type { WaitlistSearch } from './waitlist-search.ts';

export interface WaitlistGroup {
  /** The first day on which the entries can come. */
  date: string;
  rows: WaitlistRow[];
}

/** The day of the offer; else the first day of the windows that has not passed. */
export function firstDateOf({ windows, offer }: WaitlistRow, today: string, time: TimeSettings): string {
  if (offer) return dateOf(offer.starts_at, time);
  const coming = windows.filter(({ date_to }) => date_to >= today);
  const dates = (coming.length > 0 ? coming : windows).map(({ date_from }) => date_from);
  const first = dates.sort()[0] ?? today;
  return coming.length > 0 && first < today ? today : first;
}

/** The entries that the filters leave, by their first day. In a group those with an offer come first. */
export function waitlistGroups(
  rows: readonly WaitlistRow[],
  { day, service }: WaitlistSearch,
  today: string,
  time: TimeSettings,
): WaitlistGroup[] {
  const left = rows.filter(
    (row) =>
      (service === undefined || row.service_id === service) &&
      (day === undefined || row.windows.some(({ date_from, date_to }) => date_from <= day && day <= date_to)),
  );
  const byDate = Map.groupBy(left, (row) => firstDateOf(row, today, time));
  return [...byDate]
    .map(([date, ofDate]) => ({
      date,
      rows: ofDate.sort((a, b) => Number(b.offer !== null) - Number(a.offer !== null)),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A window in words, as `3 Mar–5 Mar, 09:00–13:00`. */
export function windowWords({ date_from, date_to, from, to }: WaitWindow, time: TimeSettings): string {
  const days = [...new Set([date_from, date_to])].map((date) => shortDate(date, time)).join('–');
  if (!from && !to) return days;
  return `${days}, ${from ?? '00:00'}–${to ?? '24:00'}`;
}
