/** Why a start is not offered: the first rule, in the order of the refusals, that leaves nobody for it. */
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
  /** Local, YYYY-MM-DD. */
  readonly date: string;
  readonly refused: RefusedStart[];
}

/** Every start on the service's steps that no rule leaves; what is only not shown for its gaps is not among them. @throws RangeError as the search does. */
export function explainSlots(grid: AvailabilityGrid, query: SearchQuery): DayRefusals[] {
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

/** The rule that refuses one start, or undefined where it is offered. */
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
  visitRefusal: (bit: number, rule: Refusal) => void,
): void {
  const requestRule = requestRefusal(visit);
  let before = allowedStarts(grid, visit, days, 0).all.slice();
  if (requestRule) return eachBit(before, (bit) => visitRefusal(bit, requestRule));
  MASK_RULES.forEach((rule, index) => {
    const after = allowedStarts(grid, visit, days, index + 1).all.slice();
    eachBit(bitsOnlyInFirst(before, after), (bit) => visitRefusal(bit, rule));
    before = after;
  });
}

const bitsOnlyInFirst = (row: Row, dropped: Row): Row => row.map((word, index) => word & ~dropped[index]!);
