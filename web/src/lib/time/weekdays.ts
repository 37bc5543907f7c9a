import { useTimeSettings } from './company-time.ts';

/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export interface Weekday {
  /** ISO: 1 Monday ... 7 Sunday. */
  day: number;
  long: string;
  short: string;
}

/** The days of a week from Monday on, with their names in the language of the user, as labels. */
export function useWeekdays(): Weekday[] {
  const { locale } = useTimeSettings();
  const name = (day: number, weekday: 'long' | 'short'): string => {
    const words = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(MONDAY_MS + (day - 1) * DAY_MS);
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  };
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, long: name(day, 'long'), short: name(day, 'short') }));
}
