import { eachBit, hasBit, type Row } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { MINUTES_A_DAY } from './cells.js';
import { type DaySpan, allowedStarts } from './masks.js';
import { MASK_RULES, type Refusal } from './refusals.js';
import { daySpanOf, requestRefusal, type SearchQuery } from './search.js';
import { dateOf, instantOf } from './time/local-time.js';
import { resolveVisit } from './visit.js';
import type { Visit } from './visit.types.js';

export interface RefusedStart {
  readonly starts_at: Date;
  readonly rule: Refusal;
}

export interface DayRefusals {
  readonly date: string;
  readonly refused: RefusedStart[];
}

/**
 * All refused starts on the steps of the service; starts hidden by {@link hideStartsBesideGaps} are not refused. @throws RangeError
 * like the search
 */
export function explainRefusals(grid: AvailabilityGrid, query: SearchQuery): DayRefusals[] {
  const visit = resolveVisit(grid.compiled, query);
  const days = daySpanOf(grid, query);
  const byDay = new Map<number, RefusedStart[]>();
  for (let day = days.first; day <= days.last; day++) byDay.set(day, []);
  eachRefusal(grid, visit, days, (bit, rule) =>
    byDay.get(grid.layout.localDayAt(bit))?.push({ starts_at: instantOf(grid.layout.minuteAt(bit)), rule }),
  );
  return [...byDay].map(([day, refused]) => ({
    date: dateOf(day),
    refused: refused.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime()),
  }));
}

/** The first rule that refuses a start; undefined if the start is offered. */
export function refusalOf(grid: AvailabilityGrid, visit: Visit, startMinute: number): Refusal | undefined {
  const requestRule = requestRefusal(visit);
  if (requestRule) return requestRule;
  const { layout } = grid;
  const bit = layout.bitAt(startMinute);
  if (layout.bitFrom(startMinute) !== bit || !hasBit(layout.stepRow(visit.step), bit)) return 'STEP';
  const day = Math.floor((startMinute + layout.zone.offsetAt(startMinute)) / MINUTES_A_DAY);
  let refusal: Refusal | undefined;
  eachRefusal(grid, visit, { first: day, last: day }, (refused, rule) => {
    if (refused === bit) refusal = rule;
  });
  return refusal;
}

function eachRefusal(
  grid: AvailabilityGrid,
  visit: Visit,
  days: DaySpan,
  report: (bit: number, rule: Refusal) => void,
): void {
  const requestRule = requestRefusal(visit);
  let before = allowedStarts(grid, visit, days, 0).all.slice();
  if (requestRule) return eachBit(before, (bit) => report(bit, requestRule));
  MASK_RULES.forEach((rule, index) => {
    const after = allowedStarts(grid, visit, days, index + 1).all.slice();
    eachBit(bitsOnlyInFirst(before, after), (bit) => report(bit, rule));
    before = after;
  });
}

const bitsOnlyInFirst = (row: Row, other: Row): Row => row.map((word, index) => word & ~other[index]!);
