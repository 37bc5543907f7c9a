/** Reading the clock at every cell: what the references of the booking engine know of time. Windows are multiples of five minutes. */
import type { ScheduleRules } from '../../../src/modules/booking/engine/index.js';

/** Milliseconds of a cell of five minutes. */
export const CELL_MS = 300_000;
/** Minutes. */
export const DAY = 1_440;

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Local minutes (day number * 1440 + minute of the day) that a clock in the zone shows at a cell of five minutes. */
const clocks = new Map<string, (cell: number) => number>();
export function wallOf(zone: string): (cell: number) => number {
  const known = clocks.get(zone);
  if (known) return known;
  const read = new Map<number, number>();
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const wall = (cell: number): number => {
    const seen = read.get(cell);
    if (seen !== undefined) return seen;
    const parts = Object.fromEntries(
      format.formatToParts(cell * CELL_MS).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    const local = Date.UTC(year, month - 1, day, hour, minute) / 60_000;
    read.set(cell, local);
    return local;
  };
  clocks.set(zone, wall);
  return wall;
}

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The cells a schedule opens within ten days around one, by looking at the clock at each. */
export function openCells(schedule: ScheduleRules, companyZone: string, around: number): Set<number> {
  const wall = wallOf(schedule.time_zone ?? companyZone);
  const all = range(around - 5 * 288, around + 5 * 288);
  const open = new Set<number>();
  const paint = (day: number, windows: readonly { from: string; to: string }[], isOpen: boolean): void => {
    for (const window of windows) {
      const from = minutesOf(window.from);
      const to = minutesOf(window.to) > from ? minutesOf(window.to) : minutesOf(window.to) + DAY;
      const start = all.find((cell) => wall(cell) >= day * DAY + from);
      const end = all.findLast((cell) => wall(cell) < day * DAY + to);
      if (start === undefined || end === undefined) continue;
      for (const cell of range(start, end + 1))
        if (isOpen) open.add(cell);
        else open.delete(cell);
    }
  };
  const days = range(Math.floor(wall(all[0]!) / DAY) + 1, Math.floor(wall(all[all.length - 1]!) / DAY) - 1);
  const anchor = schedule.week_a_date ? Date.parse(schedule.week_a_date) / 86_400_000 : 4;
  for (const day of days) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const weekday = new Date(day * 86_400_000).getUTCDay() || 7;
    const monday = (of: number): number => of - ((new Date(of * 86_400_000).getUTCDay() || 7) - 1);
    const week = Math.abs(monday(day) - monday(anchor)) % 14 === 0 ? 'A' : 'B';
    const overrides = (schedule.overrides ?? []).filter((one) => one.date === date);
    const replaced = overrides.filter(({ mode = 'replace' }) => mode === 'replace');
    const usual = schedule.weekly.filter((one) => one.weekday === weekday && (one.week ?? week) === week);
    for (const { windows } of replaced.length > 0 ? replaced : usual) paint(day, windows, true);
    for (const { windows } of overrides.filter(({ mode }) => mode === 'add')) paint(day, windows, true);
  }
  for (const { date, windows, mode } of schedule.overrides ?? [])
    if (mode === 'remove') paint(Date.parse(date) / 86_400_000, windows, false);
  return open;
}
