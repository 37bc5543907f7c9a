const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The months that a range of dates touches, as `2030-01`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    const month = dateOf(day).slice(0, 7);
    if (months.at(-1) !== month) months.push(month);
  }
  return months;
}

/** The dates of a month in weeks from Monday to Sunday; undefined for days of other months. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = dayOf(`${month}-01`);
  // 1 January 1970 was a Thursday.
  const before = (first + 3) % DAYS_A_WEEK;
  const weeks: (string | undefined)[][] = [];
  for (let start = first - before; start === first - before || dateOf(start).startsWith(month); start += DAYS_A_WEEK) {
    const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => dateOf(start + index));
    weeks.push(days.map((date) => (date.startsWith(month) ? date : undefined)));
  }
  return weeks;
}

const format = (date: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`));

export const monthWords = (month: string, locale: string): string =>
  format(`${month}-01`, locale, { month: 'long', year: 'numeric' });

export const dayWords = (date: string, locale: string): string =>
  format(date, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** The weekdays from Monday on, as `Mon`. */
export const weekdayWords = (locale: string): string[] =>
  Array.from({ length: DAYS_A_WEEK }, (_, index) => format(`2024-01-0${index + 1}`, locale, { weekday: 'short' }));
