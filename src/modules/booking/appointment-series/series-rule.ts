import { dateOf, instantOf, minuteOf, ZoneTable } from '../engine/index.js';

export const MAX_OCCURRENCES = 52;
const MINUTES_A_DAY = 1_440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Repeats every `every_weeks` weeks: `count` times, or up to and including `until`. */
export interface SeriesRule {
  every_weeks: number;
  count: number | null;
  until: string | null;
}

/** Keeps local weekday and time. @returns MAX_OCCURRENCES + 1 starts if the rule gives more */
export function seriesStarts(first: Date, timeZone: string, { every_weeks, count, until }: SeriesRule): Date[] {
  const zone = ZoneTable.of(timeZone);
  const minute = minuteOf(first);
  const wall = minute + zone.offsetAt(minute);
  const starts: Date[] = [];
  for (let index = 0; index <= MAX_OCCURRENCES && index < (count ?? Infinity); index++) {
    const shown = wall + index * every_weeks * MINUTES_A_WEEK;
    if (until !== null && dateOf(Math.floor(shown / MINUTES_A_DAY)) > until) break;
    starts.push(index === 0 ? first : instantOf(zone.firstAt(shown)));
  }
  return starts;
}
