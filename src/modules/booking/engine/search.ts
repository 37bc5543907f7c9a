import type { AvailabilityGrid, DateRange } from './availability-grid.js';
import { cellAt } from './cells.js';
import { hideStartsBesideGaps } from './gaps.js';
import { type DaySpan, allowedStarts } from './masks.js';
import { leadRequirementOf } from './requirements.js';
import { FULL_MASK_COUNT, type Refusal } from './refusals.js';
import { SlotSet } from './slots.js';
import { stayEnd, stayKind } from './stays.js';
import { dayNumberOf } from './time/local-time.js';
import { resolveVisit } from './visit.js';
import type { Visit, SearchRequest } from './visit.types.js';

export interface SearchQuery extends SearchRequest, DateRange {}

/**
 * All allowed starts with their leads; customers do not see starts that {@link hideStartsBesideGaps} hides. @throws RangeError for an unknown
 * service or add-on, too many pets or nights, or days outside the grid
 */
export function searchSlots(grid: AvailabilityGrid, query: SearchQuery): SlotSet {
  const visit = resolveVisit(grid.compiled, query);
  const days = daySpanOf(grid, query);
  const lead = leadRequirementOf(visit);
  const staffIds = (lead?.candidates ?? []).map((staff) => grid.compiled.staff[staff]!.id);
  const numbers = Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index);
  const endOf = (start: number): number => endOfVisit(grid, visit, start);
  if (requestRefusal(visit)) {
    grid.scratch.reset();
    return new SlotSet(grid.layout, numbers, { all: grid.scratch.take(0), leads: [], staffIds, endOf });
  }
  const { all, leads } = allowedStarts(grid, visit, days, FULL_MASK_COUNT);
  if (query.channel === 'public' && lead) hideStartsBesideGaps(grid, lead, { all, leads }, days);
  return new SlotSet(grid.layout, numbers, { all, leads, staffIds, endOf });
}

export function daySpanOf({ layout }: AvailabilityGrid, { from, to }: DateRange): DaySpan {
  const days = { first: dayNumberOf(from), last: dayNumberOf(to) };
  if (days.first < layout.firstDay || days.last > layout.lastDay || days.first > days.last)
    throw new RangeError(`the availability grid does not cover ${from} to ${to}`);
  return days;
}

/** The rule that refuses the request at every start. */
export function requestRefusal({
  arePetsAccepted,
  hasPositiveDurations,
  requirements,
  pools,
}: Visit): Refusal | undefined {
  if (!arePetsAccepted) return 'PET_NOT_ACCEPTED';
  // Work of 0 minutes claims no cell, so anybody could book it at the same time.
  if (!hasPositiveDurations) return 'NO_DURATION';
  if (requirements.some(({ role, candidates }) => role !== 'unit' && candidates.length === 0)) return 'NO_STAFF';
  if ([...requirements, ...pools].some(({ candidates }) => candidates.length === 0)) return 'NO_RESOURCE';
  return undefined;
}

/** UTC minute of the end for the customer; `start` must be an offered one. */
export function endOfVisit(grid: AvailabilityGrid, visit: Visit, start: number): number {
  if (!visit.isStay) return start + visit.minutes;
  return stayEnd(grid, visit, cellAt(stayKind(visit), start, grid.layout.zone))!;
}
