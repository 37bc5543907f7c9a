const MS_A_MINUTE = 60_000;
const MS_A_DAY = 86_400_000;
const MINUTES_AN_HOUR = 60;
const LAST_MINUTE = 1_440;

export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MS_A_MINUTE);
/** For ends of periods: rounding down would release taken time. */
export const minuteRoundedUp = (instant: Date): number => Math.ceil(instant.getTime() / MS_A_MINUTE);
export const instantOf = (utcMinute: number): Date => new Date(utcMinute * MS_A_MINUTE);

/** Days since 1970-01-01. @throws RangeError for an invalid date */
export function dayNumberOf(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(ms) || dateOf(ms / MS_A_DAY) !== date) throw new RangeError(`${date} is not a date YYYY-MM-DD`);
  return ms / MS_A_DAY;
}

export const dateOf = (dayNumber: number): string => new Date(dayNumber * MS_A_DAY).toISOString().slice(0, 10);

/** ISO weekday: 1 Monday ... 7 Sunday. Day 0 was a Thursday. */
export const weekdayOf = (dayNumber: number): number => mod(dayNumber + 3, 7) + 1;

/** Weeks since Monday 1969-12-29. */
export const weekOf = (dayNumber: number): number => Math.floor((dayNumber + 3) / 7);

/** Minutes since midnight, "00:00" to "24:00". @throws RangeError for other texts */
export function wallMinuteOf(text: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const minute = Number(hours) * MINUTES_AN_HOUR + Number(minutes);
  if (!(minute <= LAST_MINUTE)) throw new RangeError(`${text} is not a time HH:MM`);
  return minute;
}

export const mod = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;
