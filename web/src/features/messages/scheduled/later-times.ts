import { addDays, dateOf, instantOf, type TimeSettings } from '#web/lib/time/company-time.ts';

const HOUR_MS = 3_600_000;
const EVENING = '18:00';
const MORNING = '09:00';

export const LATER_CHOICES = ['hour', 'evening', 'tomorrow'] as const;
export type LaterChoice = (typeof LATER_CHOICES)[number];

/** The time of a choice, by the company's clock; null if it is over today. */
export function laterTime(choice: LaterChoice, time: TimeSettings, now = Date.now()): string | null {
  const today = dateOf(now, time);
  if (choice === 'hour') return new Date(now + HOUR_MS).toISOString();
  if (choice === 'tomorrow') return instantOf(addDays(today, 1), MORNING, time).toISOString();
  const evening = instantOf(today, EVENING, time);
  return evening.getTime() > now ? evening.toISOString() : null;
}
