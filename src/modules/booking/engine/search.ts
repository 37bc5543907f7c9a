/** Which starts can be booked. */
import type { Board, DateRange } from './board.js';
import { cellAt } from './cells.js';
import { hideDeadGaps } from './gaps.js';
import { type DaySpan, startsUnder } from './masks.js';
import { leadRequirementOf } from './requirements.js';
import { FULL_DEPTH, type Refusal } from './refusals.js';
import { SlotSet } from './slots.js';
import { stayEnd, stayKind } from './stays.js';
import { dayNumberOf } from './time/local-time.js';
import { resolveVisit } from './visit.js';
import type { Visit, SearchRequest } from './visit.types.js';

export interface SearchQuery extends SearchRequest, DateRange {}

/**
 * Every start on the asked local days (both included, within the board's) that the rules and what is taken leave, with all who can
 * lead it; customers are shown no starts that leave a dead gap, see {@link hideDeadGaps}.
 * @throws RangeError for a request that can't be: unknown service or add-on, too many pets or nights, days beyond the board.
 */
export function searchSlots(board: Board, query: SearchQuery): SlotSet {
  const visit = resolveVisit(board.compiled, query);
  const days = daysOf(board, query);
  const lead = leadRequirementOf(visit);
  const staffIds = (lead?.candidates ?? []).map((staff) => board.compiled.staff[staff]!.id);
  const numbers = Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index);
  const endOf = (start: number): number => endOfVisit(board, visit, start);
  if (requestRefusal(visit)) {
    board.pool.reset();
    return new SlotSet(board.layout, numbers, { any: board.pool.take(0), leads: [], staffIds, endOf });
  }
  const { any, leads } = startsUnder(board, visit, days, FULL_DEPTH);
  if (query.channel === 'public' && lead) hideDeadGaps(board, lead, { any, leads }, days);
  return new SlotSet(board.layout, numbers, { any, leads, staffIds, endOf });
}

export function daysOf({ layout }: Board, { from, to }: DateRange): DaySpan {
  const days = { first: dayNumberOf(from), last: dayNumberOf(to) };
  if (days.first < layout.firstDay || days.last > layout.lastDay || days.first > days.last)
    throw new RangeError(`the board does not cover ${from} to ${to}`);
  return days;
}

/** The rule that refuses the whole request whatever the start. */
export function requestRefusal({ isAccepted, takesTime, requirements, pools }: Visit): Refusal | undefined {
  if (!isAccepted) return 'PET_NOT_ACCEPTED';
  // Work of 0 minutes claims no cell, so that everybody could book it at the same time.
  if (!takesTime) return 'NO_DURATION';
  if (requirements.some(({ role, candidates }) => role !== 'unit' && candidates.length === 0)) return 'NO_STAFF';
  if ([...requirements, ...pools].some(({ candidates }) => candidates.length === 0)) return 'NO_RESOURCE';
  return undefined;
}

/** When what the customer sees ends, UTC minutes; the start must be one that is offered. */
export function endOfVisit(board: Board, visit: Visit, start: number): number {
  if (!visit.isStay) return start + visit.minutes;
  return stayEnd(board, visit, cellAt(stayKind(visit), start, board.layout.zone))!;
}
