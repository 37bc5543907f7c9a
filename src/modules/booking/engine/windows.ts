/** Schedules with windows, A/B weeks and date overrides, as rows of the grid. */
import { type Row, clearRange, setRange } from './bitset.js';
import { BASE_MINUTES, MINUTES_A_DAY } from './cells.js';
import type { GridLayout } from './grid-layout.js';
import type { DateOverride, Period, ScheduleRules, WallWindow } from './rules.js';
import { dayNumberOf, instantOf, minuteOf, mod, wallMinuteOf, weekdayOf, weekOf } from './time/local-time.js';
import { ZoneTable } from './time/zone-table.js';

/** The first week A of a schedule that names none, counted as by {@link weekOf}. */
const WEEK_OF_1970_01_05 = 1;

/** Minutes since local midnight; `to` may lie on the next day. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

type DayOverrides = Readonly<Partial<Record<NonNullable<DateOverride['mode']>, readonly DayWindow[]>>>;

export interface Schedule {
  readonly zone: ZoneTable;
  /** By week (0 A, 1 B) and ISO weekday. */
  readonly weeks: readonly (readonly (readonly DayWindow[])[])[];
  readonly firstAWeek: number;
  readonly overrides: ReadonlyMap<number, DayOverrides>;
}

/** @throws RangeError for an invalid time, date, weekday or zone */
export function readSchedule(rules: ScheduleRules, companyZone: string): Schedule {
  const weeks = (['A', 'B'] as const).map((week) =>
    Array.from({ length: 8 }, (_, weekday) =>
      rules.weekly
        .filter((day) => day.weekday === weekday && (day.week ?? week) === week)
        .flatMap(({ windows }) => windows.map(readWindow)),
    ),
  );
  for (const { weekday } of rules.weekly)
    if (!(weekday >= 1 && weekday <= 7)) throw new RangeError(`${weekday} is not a weekday from 1 to 7`);
  const overrides = new Map<number, DayOverrides>();
  for (const { date, windows, mode = 'replace' } of rules.overrides ?? []) {
    const day = dayNumberOf(date);
    const ofDay = overrides.get(day) ?? {};
    overrides.set(day, { ...ofDay, [mode]: [...(ofDay[mode] ?? []), ...windows.map(readWindow)] });
  }
  return {
    zone: ZoneTable.of(rules.time_zone ?? companyZone),
    weeks,
    firstAWeek: rules.week_a_date ? weekOf(dayNumberOf(rules.week_a_date)) : WEEK_OF_1970_01_05,
    overrides,
  };
}

export function readWindow({ from, to }: WallWindow): DayWindow {
  const start = wallMinuteOf(from);
  const end = wallMinuteOf(to);
  return { from: start, to: end > start ? end : end + MINUTES_A_DAY };
}

/** Windows that begin on a local day, before removals. */
export function windowsOn(schedule: Schedule, day: number): readonly DayWindow[] {
  const override = schedule.overrides.get(day);
  const week = mod(weekOf(day) - schedule.firstAWeek, 2);
  const usual = override?.replace ?? schedule.weeks[week]![weekdayOf(day)]!;
  return override?.add ? [...usual, ...override.add] : usual;
}

/** Sets the cells that lie completely within the windows. */
export function paintSchedule(row: Row, layout: GridLayout, schedule: Schedule): void {
  const { zone } = schedule;
  const firstDay = Math.floor(layout.minuteAt(0) / MINUTES_A_DAY) - 2;
  const lastDay = Math.floor(layout.minuteAt(layout.bits) / MINUTES_A_DAY) + 1;
  for (let day = firstDay; day <= lastDay; day++)
    for (const { from, to } of windowsOn(schedule, day)) {
      const midnight = day * MINUTES_A_DAY;
      setRange(row, layout.bitFrom(zone.firstAt(midnight + from)), layout.bitAt(zone.endBefore(midnight + to)));
    }
  for (const [day, { remove = [] }] of schedule.overrides)
    for (const { from, to } of remove) {
      const midnight = day * MINUTES_A_DAY;
      const end = zone.endBefore(midnight + to);
      clearRange(row, layout.bitAt(zone.firstAt(midnight + from)), layout.bitFrom(end));
    }
}

/** Returns the working times that overlap [from, to), sorted. Times that an override removes are left out. */
export function workingPeriods(schedule: Schedule, from: Date, to: Date): Period[] {
  const { zone } = schedule;
  const firstDay = Math.floor(minuteOf(from) / MINUTES_A_DAY) - 2;
  const lastDay = Math.floor(minuteOf(to) / MINUTES_A_DAY) + 1;
  const instants = (day: number, window: DayWindow): DayWindow => ({
    from: zone.firstAt(day * MINUTES_A_DAY + window.from),
    to: zone.endBefore(day * MINUTES_A_DAY + window.to),
  });
  const open: DayWindow[] = [];
  const removed: DayWindow[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    open.push(...windowsOn(schedule, day).map((window) => instants(day, window)));
    removed.push(...(schedule.overrides.get(day)?.remove ?? []).map((window) => instants(day, window)));
  }
  return removed
    .reduce<DayWindow[]>((left, gap) => left.flatMap((window) => without(window, gap)), open)
    .map((window) => ({ starts_at: instantOf(window.from), ends_at: instantOf(window.to) }))
    .filter((period) => period.starts_at < period.ends_at && period.starts_at < to && period.ends_at > from)
    .sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
}

function without(window: DayWindow, gap: DayWindow): DayWindow[] {
  if (gap.to <= window.from || gap.from >= window.to) return [window];
  return [
    { from: window.from, to: gap.from },
    { from: gap.to, to: window.to },
  ].filter(({ from, to }) => from < to);
}

export function clearPeriod(
  row: Row,
  layout: GridLayout,
  period: { readonly from: number; readonly to: number },
): void {
  if (period.to > period.from) clearRange(row, layout.bitAt(period.from), layout.bitFrom(period.to));
}

export const toBaseMinutes = (minutes: number): number => Math.ceil(minutes / BASE_MINUTES) * BASE_MINUTES;
