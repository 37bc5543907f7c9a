import { dateOf, dayNumberOf, instantOf, ZoneTable } from '../../engine/index.js';
import type { ReminderRule } from '../schemas/reminder-rule.schema.js';
import type { Due } from './send-time.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1_440;
/** What follows a visit may be so late. */
const LATE_AFTER_MS = DAY_MS;
const LATE_REBOOK_MS = 3 * DAY_MS;
/** Local time at which a vaccination that ends soon is told. */
const VACCINATION_MINUTE = 10 * 60;

type Timed = Pick<ReminderRule, 'kind' | 'minutes_before' | 'days_after' | 'hours_after'>;

export const leadOf = ({ minutes_before }: Timed): number => (minutes_before ?? 0) * MINUTE_MS;

export const delayOf = ({ days_after, hours_after }: Timed): number =>
  days_after === null ? (hours_after ?? 0) * HOUR_MS : days_after * DAY_MS;

/** A reminder makes sense until half of its time before the visit is over. */
export function dueBefore(startsAt: Date, rule: Timed): Due {
  const lead = leadOf(rule);
  const before = (ms: number): Date => new Date(startsAt.getTime() - ms);
  return { at: before(lead), until: before(lead / 2), mayBeEarlier: true };
}

export function dueAfter(completedAt: Date, rule: Timed): Due {
  const at = completedAt.getTime() + delayOf(rule);
  const late = rule.kind === 'rebook' ? LATE_REBOOK_MS : LATE_AFTER_MS;
  return { at: new Date(at), until: new Date(at + late), mayBeEarlier: false };
}

const daysBefore = (rule: Timed): number => Math.max(1, Math.floor((rule.minutes_before ?? 0) / MINUTES_A_DAY));

/** @param lastDay the last valid day, YYYY-MM-DD */
export function dueBeforeDay(lastDay: string, rule: Timed, timeZone: string): Due {
  const day = dayNumberOf(lastDay) - daysBefore(rule);
  const at = instantOf(ZoneTable.of(timeZone).firstAt(day * MINUTES_A_DAY + VACCINATION_MINUTE));
  return { at, until: new Date(at.getTime() + (daysBefore(rule) / 2) * DAY_MS), mayBeEarlier: false };
}

/** The last valid days that can be due in a period, YYYY-MM-DD; a day more on both sides than needed. */
export function lastDaysDueIn(after: Date, until: Date, rule: Timed): { from: string; to: string } {
  const shown = (instant: Date, more: number): string =>
    dateOf(Math.floor(instant.getTime() / DAY_MS) + daysBefore(rule) + more);
  return { from: shown(after, -1), to: shown(until, 1) };
}
