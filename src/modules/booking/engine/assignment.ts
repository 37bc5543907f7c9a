/** Searches staff, units and pools for one start by backtracking; the result is exact. */
import type { AvailabilityGrid } from './availability-grid.js';
import { type Candidate, candidatesOf } from './matching-groups.js';
import { type Condition, conditionsHold, isStaff, poolConditions } from './conditions.js';
import { poolDemand } from './demand.js';
import { conflicts, leadRequirementOf } from './requirements.js';
import { maskCountOf } from './refusals.js';
import { stayBitAt } from './stays.js';
import type { Requirement, PoolRequirement, Visit } from './visit.types.js';

export interface Assignment {
  /** Indexes in `compiled.staff` or `compiled.resources`. */
  readonly bookables: ReadonlyMap<Requirement, number>;
  readonly pools: ReadonlyMap<PoolRequirement, number>;
}

/** The data of an assignment that is equal for all starts. */
export interface PreparedAssignment {
  readonly grid: AvailabilityGrid;
  readonly visit: Visit;
  readonly requirements: readonly {
    readonly requirement: Requirement;
    readonly candidates: readonly Candidate[];
    readonly conflicting: Requirement[];
  }[];
  readonly pools: readonly { readonly requirement: PoolRequirement; readonly options: readonly Candidate[] }[];
}

export const hasOverlappingPools = ({ pools }: Visit): boolean =>
  pools.some((one) => pools.some((other) => one !== other && sharesPool(one, other)));

const sharesPool = (one: PoolRequirement, other: PoolRequirement): boolean =>
  one.candidates.some((candidate) => other.candidates.includes(candidate));

export function prepareAssignment(grid: AvailabilityGrid, visit: Visit, maskCount: number): PreparedAssignment {
  const hasResources = maskCount >= maskCountOf('RESOURCE_BUSY');
  const known = visit.requirements.filter((requirement) => hasResources || isStaff(requirement));
  return {
    grid,
    visit,
    requirements: known.map((requirement) => ({
      requirement,
      candidates: candidatesOf(grid, visit, requirement, maskCount),
      conflicting: known.filter((other) => other !== requirement && conflicts(requirement, other)),
    })),
    pools: (hasResources ? visit.pools : []).map((requirement) => ({
      requirement,
      options: requirement.candidates.map((bookable) => ({
        bookable,
        conditions: poolConditions(grid, bookable, requirement.demand, visit.isStay),
      })),
    })),
  };
}

/** Undefined if no assignment exists. `lead`: index of the candidate who must lead; `prefer`: order of staff. */
export function findAssignment(
  prepared: PreparedAssignment,
  bit: number,
  lead?: number,
  prefer?: (one: number, other: number) => number,
): Assignment | undefined {
  const { grid, visit } = prepared;
  const start = visit.isStay ? stayBitAt(grid, visit, grid.layout.minuteAt(bit)) : bit;
  const leadRequirement = leadRequirementOf(visit);
  const open = prepared.requirements
    .map(({ requirement, candidates, conflicting }) => {
      const allowed = requirement === leadRequirement && lead !== undefined ? [candidates[lead]!] : candidates;
      const bookables = allowed
        .filter(({ conditions }) => conditionsHold(conditions, start))
        .map(({ bookable }) => bookable);
      return {
        requirement,
        conflicting,
        bookables: prefer && isStaff(requirement) ? bookables.sort(prefer) : bookables,
      };
    })
    // The requirement with the fewest options chooses first.
    .sort((one, other) => one.bookables.length - other.bookables.length);
  const bookables = new Map<Requirement, number>();
  const pools = new Map<PoolRequirement, number>();
  return chooseBookables(open, 0, bookables) && choosePools(prepared, start, 0, pools)
    ? { bookables, pools }
    : undefined;
}

interface OpenRequirement {
  readonly requirement: Requirement;
  readonly conflicting: readonly Requirement[];
  readonly bookables: readonly number[];
}

function chooseBookables(open: readonly OpenRequirement[], index: number, chosen: Map<Requirement, number>): boolean {
  const next = open[index];
  if (!next) return true;
  for (const bookable of next.bookables) {
    if (next.conflicting.some((other) => chosen.get(other) === bookable)) continue;
    chosen.set(next.requirement, bookable);
    if (chooseBookables(open, index + 1, chosen)) return true;
    chosen.delete(next.requirement);
  }
  return false;
}

function choosePools(
  prepared: PreparedAssignment,
  start: number,
  index: number,
  chosen: Map<PoolRequirement, number>,
): boolean {
  const next = prepared.pools[index];
  if (!next) return true;
  for (const { bookable, conditions } of next.options) {
    const together = [...chosen].filter(([, other]) => other === bookable).map(([requirement]) => requirement);
    const needed =
      together.length > 0 ? jointConditions(prepared, bookable, [...together, next.requirement]) : conditions;
    if (!conditionsHold(needed, start)) continue;
    chosen.set(next.requirement, bookable);
    if (choosePools(prepared, start, index + 1, chosen)) return true;
    chosen.delete(next.requirement);
  }
  return false;
}

function jointConditions(
  { grid, visit }: PreparedAssignment,
  bookable: number,
  requirements: readonly PoolRequirement[],
): Condition[] {
  const lines = requirements.flatMap((requirement) => requirement.lines.map((index) => visit.lines[index]!));
  const { type } = grid.compiled.resources[bookable]!;
  return poolConditions(grid, bookable, poolDemand(lines, type, visit.nights), visit.isStay);
}
