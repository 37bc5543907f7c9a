import { localDate } from '../../../booking/availability/index.js';
import { occurrencesOf } from '../../../booking/calendar/index.js';
import { type CatalogSnapshot, toClosureRules, toScheduleRules } from '../../../booking/catalog/index.js';
import {
  dateOf,
  dayNumberOf,
  minuteOf,
  readSchedule,
  workingPeriods,
  ZoneTable,
} from '../../../booking/engine/index.js';
import type { OpeningFacts, OpenWindow } from '../../assistant-core/index.js';
import { isOpenAt, nextOpening } from '../../flow-actions/index.js';

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1_440;
const DAYS_A_WEEK = 7;
/** Days for which closures, holidays and changed hours are told. */
const SPECIAL_DAYS = 30;

type OpenDays = Pick<OpeningFacts, 'week' | 'special_days'>;

interface Period {
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** A cache: the days are slow to compute, and change once a day. */
const known = new WeakMap<CatalogSnapshot, { readonly today: string; readonly days: OpenDays }>();

/** The company is open while a bookable person works, as in flows. */
export function openingFacts(catalog: CatalogSnapshot, now: Date): OpeningFacts {
  const is_open_now = isOpenAt(catalog, now);
  const opens_at = is_open_now ? null : (nextOpening(catalog, now)?.toISOString() ?? null);
  const today = localDate(now, catalog.time_zone);
  const cached = known.get(catalog);
  const days = cached?.today === today ? cached.days : openDays(catalog, today, now);
  known.set(catalog, { today, days });
  return { is_open_now, opens_at, ...days };
}

function openDays(catalog: CatalogSnapshot, today: string, now: Date): OpenDays {
  const week = usualWeek(catalog);
  if (week.every((windows) => windows.length === 0)) return { week: [], special_days: [] };
  const open = Map.groupBy(openPeriods(catalog, now), ({ starts_at }) => localDate(starts_at, catalog.time_zone));
  const special_days = Array.from({ length: SPECIAL_DAYS }, (_, index) => {
    const day = dayNumberOf(today) + index;
    const windows = joined(open.get(dateOf(day)) ?? []).map((period) => windowOf(period, catalog.time_zone));
    return { date: dateOf(day), windows, usual: week[weekdayOf(day)] ?? [] };
  });
  return {
    week,
    special_days: special_days
      .filter(({ windows, usual }) => textOf(windows) !== textOf(usual))
      .map(({ date, windows }) => ({ date, windows })),
  };
}

/** The weekly hours of all people together, from Sunday; of alternating weeks both. */
function usualWeek({ staff, time_zone }: CatalogSnapshot): OpenWindow[][] {
  const schedules = staff.map(({ schedule }) => schedule);
  const local = schedules.filter((one) => one.bookable && (one.time_zone ?? time_zone) === time_zone);
  return Array.from({ length: DAYS_A_WEEK }, (_, day) => {
    const iso = day === 0 ? DAYS_A_WEEK : day;
    const windows = local.flatMap(({ weekly }) => weekly.filter(({ weekday }) => weekday === iso));
    const minutes = windows.flatMap((one) => one.windows.map(minutesOf));
    return joinedSpans(minutes).map(({ from, to }) => ({ from: clock(from), to: clock(to) }));
  });
}

/** Working times of each person from today on, without absences and closures. */
function openPeriods(catalog: CatalogSnapshot, now: Date): Period[] {
  const { staff, time_off, closures, time_zone } = catalog;
  const from = new Date(now.getTime() - DAY_MS);
  const until = new Date(now.getTime() + (SPECIAL_DAYS + 1) * DAY_MS);
  const closed = closures.filter(({ scope }) => scope === 'all').flatMap((one) => toClosureRules(one, time_zone));
  return staff.flatMap(({ schedule }) => {
    if (!schedule.bookable) return [];
    const zone = schedule.time_zone ?? time_zone;
    const own = time_off.filter(({ staff_id }) => staff_id.equals(schedule.staff_id));
    const gaps = [...closed, ...own.flatMap((one) => occurrencesOf(one, zone, from, until))];
    return without(workingPeriods(readSchedule(toScheduleRules(schedule, zone), zone), from, until), gaps);
  });
}

/** Of all people together. */
function joined(periods: readonly Period[]): Period[] {
  const spans = periods.map(({ starts_at, ends_at }) => ({ from: starts_at.getTime(), to: ends_at.getTime() }));
  return joinedSpans(spans).map(({ from, to }) => ({ starts_at: new Date(from), ends_at: new Date(to) }));
}

function without(periods: readonly Period[], gaps: readonly Period[]): Period[] {
  return gaps.reduce<Period[]>(
    (left, gap) =>
      left.flatMap((period) => {
        if (gap.ends_at <= period.starts_at || gap.starts_at >= period.ends_at) return [period];
        const before = { starts_at: period.starts_at, ends_at: gap.starts_at };
        const after = { starts_at: gap.ends_at, ends_at: period.ends_at };
        return [before, after].filter(({ starts_at, ends_at }) => starts_at < ends_at);
      }),
    [...periods],
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function joinedSpans(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (!last || span.from > last.to) whole.push(span);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return whole;
}

/** Minutes since midnight; the end may lie on the next day. */
function minutesOf({ from, to }: OpenWindow): Span {
  const [start, end] = [minuteOfClock(from), minuteOfClock(to)];
  return { from: start, to: end > start ? end : end + MINUTES_A_DAY };
}

function minuteOfClock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

function clock(minute: number): string {
  // A day ends at 24:00, not at 00:00 of the same day.
  const ofDay = minute === MINUTES_A_DAY ? minute : minute % MINUTES_A_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

function windowOf({ starts_at, ends_at }: Period, zone: string): OpenWindow {
  const [start, end] = [starts_at, ends_at].map((at) => wallMinute(at, zone)) as [number, number];
  const midnight = Math.floor(start / MINUTES_A_DAY) * MINUTES_A_DAY;
  return { from: clock(start - midnight), to: clock(end - midnight) };
}

/** Minutes since 1970 on the clock of a time zone. */
export function wallMinute(at: Date, zone: string): number {
  const minute = minuteOf(at);
  return minute + ZoneTable.of(zone).offsetAt(minute);
}

/** From Sunday; day 0 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;

const textOf = (windows: readonly OpenWindow[]): string => windows.map(({ from, to }) => `${from}-${to}`).join();
