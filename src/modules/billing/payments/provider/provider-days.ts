import { localDate } from '../../../booking/availability/index.js';
import { CompanyDays } from '../../../booking/engine/index.js';

const NOON_MS = 12 * 3_600_000;

/** When something happened, by the day that the provider names (YYYY-MM-DD; null: not known). */
export type TimeOfDay = (day: string | null) => Date;

/** The provider names only days: an earlier day is taken at noon of the company, and today is now. */
export function timesOf(now: Date, time_zone: string): TimeOfDay {
  const today = localDate(now, time_zone);
  return (day) => {
    if (day === null || day >= today) return now;
    return new Date(new CompanyDays(time_zone, day, day).start.getTime() + NOON_MS);
  };
}
