/** Finds for one start who and what serves each need; exact, by trying. */
import type { Board } from './board.js';
import { type Candidate, candidatesOf } from './contests.js';
import { type Condition, conditionsHold, isStaff, poolConditions } from './conditions.js';
import { poolDemand } from './demand.js';
import { conflicts, leadOf } from './needs.js';
import { depthOf } from './refusals.js';
import { stayCellAt } from './stays.js';
import type { Need, PoolNeed, Visit } from './visit.types.js';

export interface Assignment {
  /** Places in `compiled.staff` or `compiled.resources`. */
  readonly bookables: ReadonlyMap<Need, number>;
  readonly pools: ReadonlyMap<PoolNeed, number>;
}

/** What does not depend on the start. */
export interface AssignmentPlan {
  readonly board: Board;
  readonly visit: Visit;
  readonly needs: readonly {
    readonly need: Need;
    readonly candidates: readonly Candidate[];
    readonly rivals: Need[];
  }[];
  readonly pools: readonly { readonly need: PoolNeed; readonly options: readonly Candidate[] }[];
}

export const hasDisputedPools = ({ pools }: Visit): boolean =>
  pools.some((one) => pools.some((other) => one !== other && sharesPool(one, other)));

const sharesPool = (one: PoolNeed, other: PoolNeed): boolean =>
  one.candidates.some((candidate) => other.candidates.includes(candidate));

export function prepareAssignment(board: Board, visit: Visit, depth: number): AssignmentPlan {
  const hasResources = depth >= depthOf('RESOURCE_BUSY');
  const known = visit.needs.filter((need) => hasResources || isStaff(need));
  return {
    board,
    visit,
    needs: known.map((need) => ({
      need,
      candidates: candidatesOf(board, visit, need, depth),
      rivals: known.filter((other) => other !== need && conflicts(need, other)),
    })),
    pools: (hasResources ? visit.pools : []).map((need) => ({
      need,
      options: need.candidates.map((bookable) => ({
        bookable,
        conditions: poolConditions(board, bookable, need.demand, visit.isStay),
      })),
    })),
  };
}

/**
 * @param lead the place among the candidates of the visit's lead who must lead.
 * @param prefer orders the staff that could serve a need; where absent the candidates' order holds.
 */
export function findAssignment(
  plan: AssignmentPlan,
  bit: number,
  lead?: number,
  prefer?: (one: number, other: number) => number,
): Assignment | undefined {
  const { board, visit } = plan;
  const start = visit.isStay ? stayCellAt(board, visit, board.grid.minuteAt(bit)) : bit;
  const leadNeed = leadOf(visit);
  const open = plan.needs
    .map(({ need, candidates, rivals }) => {
      const allowed = need === leadNeed && lead !== undefined ? [candidates[lead]!] : candidates;
      const bookables = allowed
        .filter(({ conditions }) => conditionsHold(conditions, start))
        .map(({ bookable }) => bookable);
      return { need, rivals, bookables: prefer && isStaff(need) ? bookables.sort(prefer) : bookables };
    })
    // Whoever has the fewest bookables chooses first.
    .sort((one, other) => one.bookables.length - other.bookables.length);
  const bookables = new Map<Need, number>();
  const pools = new Map<PoolNeed, number>();
  return chooseBookables(open, 0, bookables) && choosePools(plan, start, 0, pools) ? { bookables, pools } : undefined;
}

interface OpenNeed {
  readonly need: Need;
  readonly rivals: readonly Need[];
  readonly bookables: readonly number[];
}

function chooseBookables(open: readonly OpenNeed[], index: number, chosen: Map<Need, number>): boolean {
  const next = open[index];
  if (!next) return true;
  for (const bookable of next.bookables) {
    if (next.rivals.some((rival) => chosen.get(rival) === bookable)) continue;
    chosen.set(next.need, bookable);
    if (chooseBookables(open, index + 1, chosen)) return true;
    chosen.delete(next.need);
  }
  return false;
}

function choosePools(plan: AssignmentPlan, start: number, index: number, chosen: Map<PoolNeed, number>): boolean {
  const next = plan.pools[index];
  if (!next) return true;
  for (const { bookable, conditions } of next.options) {
    const together = [...chosen].filter(([, other]) => other === bookable).map(([need]) => need);
    const needed = together.length > 0 ? jointConditions(plan, bookable, [...together, next.need]) : conditions;
    if (!conditionsHold(needed, start)) continue;
    chosen.set(next.need, bookable);
    if (choosePools(plan, start, index + 1, chosen)) return true;
    chosen.delete(next.need);
  }
  return false;
}

function jointConditions({ board, visit }: AssignmentPlan, bookable: number, needs: readonly PoolNeed[]): Condition[] {
  const lines = needs.flatMap((need) => need.lines.map((index) => visit.lines[index]!));
  const { type } = board.compiled.resources[bookable]!;
  return poolConditions(board, bookable, poolDemand(lines, type, visit.nights), visit.isStay);
}
