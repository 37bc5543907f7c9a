import { andRow, countRange, newRow, orRow, type Row, setRange } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { BASE_MINUTES } from './cells.js';
import { applyConditions, type Condition } from './conditions.js';
import type { DaySpan, Starts } from './masks.js';
import type { Requirement } from './visit.types.js';

/** Hides starts that leave less than `least_gap_min` free beside the work of their lead. A day without other starts keeps them all. */
export function hideStartsBesideGaps(
  grid: AvailabilityGrid,
  lead: Requirement,
  { all, leads }: Starts,
  days: DaySpan,
): void {
  if (lead.candidates.every((staff) => leastGapCells(grid, staff) <= 1)) return;
  const { scratch } = grid;
  const kept = leads.map((row, index) => {
    const left = scratch.copy(row);
    applyConditions(left, gapConditions(grid, lead, lead.candidates[index]!), scratch);
    return left;
  });
  const shown = scratch.take(0);
  for (const row of kept) orRow(shown, row);
  const daysKeptWhole = daysWithout(grid, shown, days);
  leads.forEach((row, index) => {
    orRow(kept[index]!, daysKeptWhole);
    andRow(row, kept[index]!);
  });
  orRow(shown, daysKeptWhole);
  andRow(all, shown);
}

/** A free side must have at least the minimum length. */
function gapConditions(grid: AvailabilityGrid, { claims }: Requirement, staff: number): Condition[] {
  const least = leastGapCells(grid, staff);
  if (least <= 1) return [];
  const row = grid.availableRow(staff);
  const from = Math.min(...claims.map((claim) => claim.from));
  const to = Math.max(...claims.map((claim) => claim.to));
  return [
    { row, from: from - least, to: from, onlyIf: { row, from: from - 1, to: from } },
    { row, from: to, to: to + least, onlyIf: { row, from: to, to: to + 1 } },
  ];
}

function leastGapCells({ compiled }: AvailabilityGrid, staff: number): number {
  return Math.ceil(compiled.staff[staff]!.leastGapMinutes / BASE_MINUTES);
}

function daysWithout({ layout }: AvailabilityGrid, starts: Row, { first, last }: DaySpan): Row {
  const row = newRow(layout.bits);
  for (let day = first; day <= last; day++) {
    const { from, to } = layout.bitsOfDays(day, day);
    if (countRange(starts, from, to) === 0) setRange(row, from, to);
  }
  return row;
}
