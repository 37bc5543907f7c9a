import type { TimeSettings } from '#web/lib/time/company-time.ts';
import type { DayRange } from './calendar-days.ts';
import type { CalendarView } from './calendar-search.ts';

const asUtc = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** A plain date has no zone, so all are read as UTC. */
const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });

/** The days that a view shows, in words. */
export function periodWords(view: CalendarView, day: string, { locale }: TimeSettings, range: DayRange): string {
  const words = wordsOf(view, day, locale, range);
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

function wordsOf(view: CalendarView, day: string, locale: string, { from, to }: DayRange): string {
  if (view === 'month') return format(locale, { month: 'long', year: 'numeric' }).format(asUtc(day));
  if (from === to)
    return format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(asUtc(day));
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(asUtc(from), asUtc(to));
}

/** The names of the days of a week that begins on Monday. */
export function weekdayNames({ locale }: TimeSettings): string[] {
  const monday = Date.parse('2030-01-07T12:00:00Z');
  return Array.from({ length: 7 }, (_, index) =>
    format(locale, { weekday: 'short' }).format(monday + index * 86_400_000),
  );
}

/** The short weekday of a date. */
export const weekdayOf = (date: string, { locale }: TimeSettings): string =>
  format(locale, { weekday: 'short' }).format(asUtc(date));

export const dayWords = (date: string, { locale }: TimeSettings): string =>
  format(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(asUtc(date));
