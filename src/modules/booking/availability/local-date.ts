import { dateOf, dayNumberOf, minuteOf, ZoneTable } from '../engine/index.js';

const MINUTES_A_DAY = 1_440;

export function localDate(instant: Date, zone: string): string {
  const minute = minuteOf(instant);
  return dateOf(Math.floor((minute + ZoneTable.of(zone).offsetAt(minute)) / MINUTES_A_DAY));
}

export function localDates(from: Date, to: Date, zone: string): string[] {
  const dates = [localDate(from, zone)];
  const last = localDate(new Date(Math.max(from.getTime(), to.getTime() - 1)), zone);
  for (let date = dates[0] as string; date < last;) dates.push((date = dateOf(dayNumberOf(date) + 1)));
  return dates;
}
