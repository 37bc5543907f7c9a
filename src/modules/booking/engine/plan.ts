import { type Assignment, findAssignment, prepareAssignment } from './assignment.js';
import { countRange, hasBit } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { BASE_MINUTES, type LegRequest } from './cells.js';
import { refusalOf } from './explain.js';
import { legsOf } from './legs.js';
import { allowedStarts } from './masks.js';
import { FULL_MASK_COUNT, type Refusal } from './refusals.js';
import { endOfVisit, requestRefusal } from './search.js';
import { instantOf, minuteOf } from './time/local-time.js';
import { resolveVisit } from './visit.js';
import type { Line, Requirement, Visit, SearchRequest } from './visit.types.js';

export interface PlannedSegment {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly staff_id: string | null;
}

export interface PlannedLine {
  readonly pet_id: string | null;
  readonly service_id: string;
  readonly staff_id: string | null;
  readonly resource_ids: readonly string[];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly price: number;
  readonly segments: readonly PlannedSegment[];
}

export interface BookingPlan {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly minutes: number;
  readonly price: number;
  readonly staff_id: string | null;
  readonly lines: readonly PlannedLine[];
  /** Legs of all pets; none overlap. */
  readonly legs: readonly LegRequest[];
}

export type PlanResult =
  { readonly ok: true; readonly plan: BookingPlan } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Plans an offered start with the least busy lead, or names the rule that refuses it. @throws RangeError like the search, and for days
 * outside the grid
 */
export function planFor(grid: AvailabilityGrid, request: SearchRequest, start: Date): PlanResult {
  const offset = request.any_minute ? minuteOf(start) % BASE_MINUTES : 0;
  const visit = resolveVisit(grid.compiled, request, offset);
  const minute = minuteOf(start) - offset;
  const bit = grid.layout.bitAt(minute);
  const day = grid.layout.localDayAt(bit);
  if (day < grid.layout.firstDay || day > grid.layout.lastDay)
    throw new RangeError('the availability grid does not cover the start');
  if (instantOf(grid.layout.minuteAt(bit) + offset).getTime() !== start.getTime())
    return { ok: false, refusal: 'STEP' };
  const isPossible = !requestRefusal(visit);
  if (!isPossible || !hasBit(allowedStarts(grid, visit, { first: day, last: day }, FULL_MASK_COUNT).all, bit))
    return { ok: false, refusal: refusalOf(grid, visit, minute)! };
  const prepared = prepareAssignment(grid, visit, FULL_MASK_COUNT);
  const assignment = findAssignment(prepared, bit, undefined, leastBusyFirst(grid, day));
  if (!assignment) throw new Error('A start was offered that nobody can serve');
  return { ok: true, plan: planOf(grid, visit, minute, offset, assignment) };
}

function leastBusyFirst(grid: AvailabilityGrid, day: number): (one: number, other: number) => number {
  const { from, to } = grid.layout.bitsOfDays(day, day);
  const busyCells = (staff: number): number => to - from - countRange(grid.freeRow(staff), from, to);
  return (one, other) => busyCells(one) - busyCells(other) || one - other;
}

function planOf(
  grid: AvailabilityGrid,
  visit: Visit,
  minute: number,
  offset: number,
  assignment: Assignment,
): BookingPlan {
  const end = endOfVisit(grid, visit, minute);
  const lines = visit.lines.map((line, index) => plannedLine(grid, visit, { line, index, minute, end }, assignment));
  return {
    starts_at: instantOf(minute + offset),
    ends_at: instantOf(end),
    minutes: end - minute - offset,
    price: visit.lines.reduce((sum, { price }) => sum + price, 0),
    staff_id: lines[0]!.staff_id,
    lines,
    legs: legsOf(grid, visit, minute, assignment),
  };
}

interface LinePlacement {
  readonly line: Line;
  readonly index: number;
  readonly minute: number;
  readonly end: number;
}

function plannedLine(
  grid: AvailabilityGrid,
  visit: Visit,
  { line, index, minute, end }: LinePlacement,
  assignment: Assignment,
): PlannedLine {
  const { staff, resources } = grid.compiled;
  const own = visit.requirements.filter(({ lines }) => lines.includes(index));
  const staffOf = (requirement: Requirement | undefined): string | null =>
    requirement ? staff[assignment.bookables.get(requirement)!]!.id : null;
  const lead = own.find(({ role }) => role === 'lead');
  const used = [
    ...own.filter(({ role }) => role === 'unit').map((requirement) => assignment.bookables.get(requirement)!),
    ...visit.pools
      .filter(({ lines }) => lines.includes(index))
      .map((requirement) => assignment.pools.get(requirement)!),
  ];
  return {
    pet_id: line.petId,
    service_id: line.service.rules.id,
    staff_id: staffOf(lead),
    resource_ids: [...new Set(used.map((resource) => resources[resource]!.rules.id))],
    starts_at: instantOf(minute + line.start),
    ends_at: instantOf(visit.isStay ? end : minute + line.end),
    price: line.price,
    segments: line.parts.map((part) => ({
      starts_at: instantOf(minute + part.from),
      ends_at: instantOf(minute + part.to),
      staff_id: part.staff === 'lead' ? staffOf(lead) : null,
    })),
  };
}
