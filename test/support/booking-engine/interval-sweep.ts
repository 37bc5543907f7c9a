/**
 * The second reference of the booking engine: intervals of UTC minutes are sorted, subtracted and walked, and no cell is looked at.
 * For one pet, one lead without a break, whole-visit units and pools, and schedules in UTC.
 */
import type { BookingRules, Occupancy, SearchQuery, WallWindow } from '../../../src/modules/booking/engine/index.js';
import { withoutDeadGaps } from './dead-gaps.js';

interface Interval {
  from: number;
  to: number;
}

const DAY = 1_440;
const CELL_MINUTES = { '5min': 5, '15min': 15, half_day: 720, night: 1_440 };

/** Start (ms) -> who can lead it. */
export function sweepIntervals(rules: BookingRules, taken: Occupancy, query: SearchQuery): Map<number, string[]> {
  const service = rules.services.find(({ id }) => id === query.service_id)!;
  const { duration_min = 0, step_min = 15, buffer_before_min: before = 0, buffer_after_min: after = 0 } = service;
  const asked = { from: Date.parse(query.from) / 60_000, to: Date.parse(query.to) / 60_000 + DAY };
  const horizon = Math.floor(query.now.getTime() / 60_000 / DAY) + (service.horizon_days ?? 60) + 1;
  const earliest = query.now.getTime() / 60_000 + (service.lead_time_min ?? 0);
  const allowed = [{ from: Math.max(asked.from, earliest), to: Math.min(asked.to, horizon * DAY) }];
  // All lengths end on whole cells.
  const length = Math.ceil(duration_min / 5) * 5;
  const head = Math.ceil(before / 5) * 5;
  const tail = Math.ceil((duration_min + after) / 5) * 5;

  /** Starts at which [start - head, start + tail) lies within free time. */
  const startsWithin = (free: Interval[], ahead: number, behind: number): Interval[] =>
    free.map(({ from, to }) => ({ from: from + ahead, to: to - behind + 1 })).filter(({ from, to }) => from < to);

  let common = allowed;
  for (const { resource_type_id } of service.requirements ?? []) {
    const type = rules.resource_types!.find(({ id }) => id === resource_type_id)!;
    const matching = rules.resources!.filter((resource) => resource.resource_type_id === resource_type_id);
    const perResource = matching.map(({ id, capacity = 1 }) => {
      const busy = (taken.get(`${type.kind}:${id}`) ?? []).flatMap(({ from, to, count }) =>
        Array.from({ length: count }, () => scaled(from, to, CELL_MINUTES[type.cell])),
      );
      const free = subtract(everything, fullTimes(busy, type.kind === 'unit' ? 1 : capacity));
      return startsWithin(free, head, tail + (type.buffer_after_min ?? 0));
    });
    common = intersect(common, unite(perResource.flat()));
  }
  const found = new Map<number, string[]>();
  for (const { id, schedule } of rules.staff) {
    if (service.staff_ids?.length && !service.staff_ids.includes(id)) continue;
    if (query.staff_id !== undefined && query.staff_id !== id) continue;
    const windows = windowsOf(schedule.weekly, asked);
    const busy = unite((taken.get(`staff:${id}`) ?? []).map(({ from, to }) => scaled(from, to, 5)));
    const atWork = startsWithin(windows, 0, length);
    const unclaimed = startsWithin(subtract(everything, busy), head, tail);
    for (const { from, to } of intersect(intersect(common, atWork), unclaimed))
      for (let start = Math.ceil(from / step_min) * step_min; start < to; start += step_min)
        found.set(start * 60_000, [...(found.get(start * 60_000) ?? []), id]);
  }
  if (query.channel !== 'public') return found;
  return withoutDeadGaps(
    found,
    (start) => Math.floor(start / 60_000 / DAY),
    (id, start) => {
      const { schedule, least_gap_min: least = 0 } = rules.staff.find((one) => one.id === id)!;
      const busy = unite((taken.get(`staff:${id}`) ?? []).map(({ from, to }) => scaled(from, to, 5)));
      const [from, to] = [start / 60_000 - head, start / 60_000 + tail];
      const free = subtract(subtract(windowsOf(schedule.weekly, asked), busy), [{ from, to }]);
      const beside = free.filter((one) => one.to === from || one.from === to);
      return beside.some((one) => one.to - one.from < Math.ceil(least / 5) * 5);
    },
  );
}

const everything: Interval[] = [{ from: -1e9, to: 1e9 }];
const scaled = (from: number, to: number, minutes: number): Interval => ({ from: from * minutes, to: to * minutes });

function windowsOf(
  weekly: readonly { weekday: number; windows: readonly WallWindow[] }[],
  asked: Interval,
): Interval[] {
  const all: Interval[] = [];
  for (let midnight = asked.from - 2 * DAY; midnight < asked.to + 2 * DAY; midnight += DAY)
    for (const { weekday, windows } of weekly)
      if ((new Date(midnight * 60_000).getUTCDay() || 7) === weekday)
        for (const { from, to } of windows) {
          const [start, end] = [from, to].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
          all.push({ from: midnight + start!, to: midnight + (end! > start! ? end! : end! + DAY) });
        }
  return unite(all);
}

/** When at least `capacity` of the intervals are open. */
function fullTimes(busy: Interval[], capacity: number): Interval[] {
  const edges = busy.flatMap(({ from, to }) => [
    { at: from, change: 1 },
    { at: to, change: -1 },
  ]);
  edges.sort((one, other) => one.at - other.at || one.change - other.change);
  const full: Interval[] = [];
  let open = 0;
  edges.forEach(({ at, change }, index) => {
    open += change;
    const next = edges[index + 1]?.at ?? at;
    if (open >= capacity && next > at) full.push({ from: at, to: next });
  });
  return unite(full);
}

function unite(intervals: Interval[]): Interval[] {
  const united: Interval[] = [];
  for (const { from, to } of [...intervals].sort((one, other) => one.from - other.from)) {
    const last = united[united.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) united.push({ from, to });
  }
  return united;
}

function subtract(intervals: Interval[], without: Interval[]): Interval[] {
  return without.reduce(
    (left, hole) =>
      left.flatMap(({ from, to }) =>
        hole.to <= from || hole.from >= to
          ? [{ from, to }]
          : [
              { from, to: hole.from },
              { from: hole.to, to },
            ].filter((rest) => rest.to > rest.from),
      ),
    intervals,
  );
}

const intersect = (ones: Interval[], others: Interval[]): Interval[] =>
  ones
    .flatMap((one) => others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
