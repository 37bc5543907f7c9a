import { dateOf, dayNumberOf, instantOf, minuteRoundedUp, minuteOf, ZoneTable } from '../../engine/index.js';
import type { Period } from '../ports/appointment-lookups.js';
import type { TimeOff } from './time-off.schema.js';

const MINUTES_A_DAY = 1_440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;
const MS_A_DAY = 86_400_000;
/** A local date ends at most this much later than the UTC date. */
const ZONE_SLACK_DAYS = 3;

type Rule = Pick<TimeOff, 'starts_at' | 'ends_at' | 'repeat'>;

/** Times that overlap [from, to), sorted. Repeats keep the local time of `zone`, an IANA name. */
export function occurrencesOf({ starts_at, ends_at, repeat }: Rule, zone: string, from: Date, to: Date): Period[] {
  const overlaps = (period: Period): boolean => period.starts_at < to && period.ends_at > from;
  if (!repeat) return [{ starts_at, ends_at }].filter(overlaps);
  const table = ZoneTable.of(zone);
  const [start, end] = [minuteOf(starts_at), minuteRoundedUp(ends_at)];
  const [wallStart, wallEnd] = [start + table.offsetAt(start), end + table.offsetAt(end)];
  const lastDay = Math.min(dayNumberOf(repeat.until), Math.floor(to.getTime() / MS_A_DAY) + 1);
  const weeksBefore = Math.floor((minuteOf(from) - end) / MINUTES_A_WEEK) - 1;
  const periods: Period[] = [];
  for (let week = Math.max(0, weeksBefore); ; week++) {
    const shift = week * MINUTES_A_WEEK;
    if (Math.floor((wallStart + shift) / MINUTES_A_DAY) > lastDay) return periods.filter(overlaps);
    periods.push({
      starts_at: instantOf(table.firstAt(wallStart + shift)),
      ends_at: instantOf(table.endBefore(wallEnd + shift)),
    });
  }
}

/** An instant after the last time in every zone. */
export function overAt({ starts_at, ends_at, repeat }: Rule): Date {
  if (!repeat) return ends_at;
  const length = ends_at.getTime() - starts_at.getTime();
  return new Date((dayNumberOf(repeat.until) + ZONE_SLACK_DAYS) * MS_A_DAY + length);
}

export function firstDateOf({ starts_at }: Rule, zone: string): string {
  const start = minuteOf(starts_at);
  return dateOf(Math.floor((start + ZoneTable.of(zone).offsetAt(start)) / MINUTES_A_DAY));
}
