/** Which starts can be booked. */
import type { AvailabilityGrid, DateRange } from './availability-grid.js';
import { cellAt } from './cells.js';
import { hideDeadGaps } from './gaps.js';
import { type DaySpan, allowedStarts } from './masks.js';
import { leadRequirementOf } from './requirements.js';
import { FULL_DEPTH, type Refusal } from './refusals.js';
import { SlotSet } from './slots.js';
import { stayEnd, stayKind } from './stays.js';
import { dayNumberOf } from './time/local-time.js';
import { resolveVisit } from './visit.js';
import type { Visit, SearchRequest } from './visit.types.js';

export interface SearchQuery extends SearchRequest, DateRange {}

/**
 * Every start on the asked local days (both included, within the grid's) that the rules and what is taken leave, with all who can
 * lead it; customers are shown no starts that leave a dead gap, see {@link hideDeadGaps}.
 * @throws RangeError for a request that can't be: unknown service or add-on, too many pets or nights, days beyond the grid.
 */
export function searchSlots(grid: AvailabilityGrid, query: SearchQuery): SlotSet {
  const visit = resolveVisit(grid.compiled, query);
  const days = daySpanOf(grid, query);
  const lead = leadRequirementOf(visit);
  const staffIds = (lead?.candidates ?? []).map((staff) => grid.compiled.staff[staff]!.id);
  const numbers = Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index);
  const endOf = (start: number): number => endOfVisit(grid, visit, start);
  if (requestRefusal(visit)) {
    grid.pool.reset();
    return new SlotSet(grid.layout, numbers, { all: grid.pool.take(0), leads: [], staffIds, endOf });
  }
  const { all, leads } = allowedStarts(grid, visit, days, FULL_DEPTH);
  if (query.channel === 'public' && lead) hideDeadGaps(grid, lead, { all, leads }, days);
  return new SlotSet(grid.layout, numbers, { all, leads, staffIds, endOf });
}

export function daySpanOf({ layout }: AvailabilityGrid, { from, to }: DateRange): DaySpan {
  const days = { first: dayNumberOf(from), last: dayNumberOf(to) };
  if (days.first < layout.firstDay || days.last > layout.lastDay || days.first > days.last)
    throw new RangeError(`the availability grid does not cover ${from} to ${to}`);
  return days;
}

/** The rule that refuses the whole request whatever the start. */
export function requestRefusal({
  arePetsAccepted: isAccepted,
  hasPositiveDurations: takesTime,
  requirements,
  pools,
}: Visit): Refusal | undefined {
  if (!isAccepted) return 'PET_NOT_ACCEPTED';
  // Work of 0 minutes claims no cell, so that everybody could book it at the same time.
  if (!takesTime) return 'NO_DURATION';
  if (requirements.some(({ role, candidates }) => role !== 'unit' && candidates.length === 0)) return 'NO_STAFF';
  if ([...requirements, ...pools].some(({ candidates }) => candidates.length === 0)) return 'NO_RESOURCE';
  return undefined;
}

/** When what the customer sees ends, UTC minutes; the start must be one that is offered. */
export function endOfVisit(grid: AvailabilityGrid, visit: Visit, start: number): number {
  if (!visit.isStay) return start + visit.minutes;
  return stayEnd(grid, visit, cellAt(stayKind(visit), start, grid.layout.zone))!;
}
