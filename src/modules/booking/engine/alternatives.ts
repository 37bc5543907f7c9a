import { hasBit } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { BASE_MINUTES, type CellRange } from './cells.js';
import { searchSlots, type SearchQuery } from './search.js';
import type { Slot } from './slots.js';

const MS_A_MINUTE = 60_000;

/** Rates a start from 0 to 1: each side counts half if no time or at least `leastGapMinutes` stay free. `Infinity` means no neighbour. */
export function fitScore(minutesBefore: number, minutesAfter: number, leastGapMinutes: number): number {
  const side = (minutes: number): number => (minutes === 0 || minutes >= leastGapMinutes ? 1 : 0);
  return (side(minutesBefore) + side(minutesAfter)) / 2;
}

/** Free minutes before and after `taken`, a range of `5min` cells. @throws RangeError for an unknown staff member */
export function gapsAround(
  grid: AvailabilityGrid,
  staffId: string,
  taken: CellRange,
): { before: number; after: number } {
  const staff = grid.compiled.staff.findIndex(({ id }) => id === staffId);
  if (staff < 0) throw new RangeError(`staff member ${staffId} does not exist`);
  const row = grid.availableRow(staff);
  const [from, to] = [taken.from - grid.layout.origin, taken.to - grid.layout.origin];
  let first = from;
  while (hasBit(row, first - 1)) first--;
  let end = to;
  while (hasBit(row, end)) end++;
  return { before: (from - first) * BASE_MINUTES, after: (end - to) * BASE_MINUTES };
}

/** The offered starts nearest to `wanted`, nearest first, without `wanted` itself. */
export function alternativesNear(grid: AvailabilityGrid, query: SearchQuery, wanted: Date, limit: number): Slot[] {
  const found = searchSlots(grid, query);
  const target = wanted.getTime() / MS_A_MINUTE;
  return [...found.starts.keys()]
    .filter((index) => found.starts[index] !== target)
    .sort(
      (one, other) => Math.abs(found.starts[one]! - target) - Math.abs(found.starts[other]! - target) || one - other,
    )
    .slice(0, limit)
    .map((index) => found.slot(index));
}
