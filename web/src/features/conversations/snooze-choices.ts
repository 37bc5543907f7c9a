import { addDays, dateOf, instantOf, type TimeSettings } from '#web/lib/time/company-time.ts';

const HOUR_MS = 3_600_000;
const MORNING = '09:00';
const MONDAY = 1;
const DAYS_A_WEEK = 7;

export const SNOOZES = ['hour', 'afternoon', 'tomorrow', 'monday'] as const;
export type Snooze = (typeof SNOOZES)[number];

/** The time at which a snooze ends, by the company's clock. */
export function snoozedUntil(snooze: Snooze, time: TimeSettings, now = Date.now()): Date {
  const today = dateOf(now, time);
  switch (snooze) {
    case 'hour':
      return new Date(now + HOUR_MS);
    case 'afternoon':
      return new Date(now + 3 * HOUR_MS);
    case 'tomorrow':
      return instantOf(addDays(today, 1), MORNING, time);
    case 'monday': {
      const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
      const days = (MONDAY - weekday + DAYS_A_WEEK) % DAYS_A_WEEK || DAYS_A_WEEK;
      return instantOf(addDays(today, days), MORNING, time);
    }
  }
}
