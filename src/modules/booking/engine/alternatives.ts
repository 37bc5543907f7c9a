/** What to offer instead of, or first among, starts: near in time, and leaving no gap that nobody can sell. */
import { hasBit } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { BASE_MINUTES, type CellRange } from './cells.js';
import { searchSlots, type SearchQuery } from './search.js';
import type { Slot } from './slots.js';

const MS_A_MINUTE = 60_000;

/**
 * How well a visit fits between its neighbours, from 0 to 1: each side counts half, fully where nothing is left or the leftover
 * can be sold, not at all where it is a dead gap. `Infinity` is a side without a neighbour.
 * @param shortest minutes of the shortest service that can be sold.
 */
export function fitScore(minutesBefore: number, minutesAfter: number, shortest: number): number {
  const side = (minutes: number): number => (minutes === 0 || minutes >= shortest ? 1 : 0);
  return (side(minutesBefore) + side(minutesAfter)) / 2;
}

/** Minutes that stay free for a staff member on both sides of what a visit takes; `taken` is a range of `5min` cells. @throws RangeError for an unknown member. */
export function gapsAround(
  grid: AvailabilityGrid,
  staffId: string,
  taken: CellRange,
): { before: number; after: number } {
  const staff = grid.compiled.staff.findIndex(({ id }) => id === staffId);
  if (staff < 0) throw new RangeError(`staff member ${staffId} is not known`);
  const row = grid.availableRow(staff);
  const [from, to] = [taken.from - grid.layout.origin, taken.to - grid.layout.origin];
  let first = from;
  while (hasBit(row, first - 1)) first--;
  let end = to;
  while (hasBit(row, end)) end++;
  return { before: (from - first) * BASE_MINUTES, after: (end - to) * BASE_MINUTES };
}

/** The offered starts nearest to a wanted one, nearest first, the earlier of two that are equally far; never the wanted one itself. */
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
