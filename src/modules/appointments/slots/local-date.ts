import { dateOf, minuteOf } from '../engine/time/local-time.js';
import { ZoneTable } from '../engine/time/zone-table.js';

const MINUTES_A_DAY = 1_440;

/** The local date of an instant, YYYY-MM-DD. */
export function localDate(instant: Date, zone: string): string {
  const minute = minuteOf(instant);
  return dateOf(Math.floor((minute + ZoneTable.of(zone).offsetAt(minute)) / MINUTES_A_DAY));
}
