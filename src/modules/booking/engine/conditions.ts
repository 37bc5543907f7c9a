/** Rules as data: bits of a row, counted from a start, must be set. Search and plan use the same conditions. */
import { andRow, andRuns, hasRange, orRow, type Row } from './bitset.js';
import { type AvailabilityGrid, quotaCell } from './availability-grid.js';
import type { CellRange } from './cells.js';
import { maskCountOf } from './refusals.js';
import type { ScratchRows } from './scratch-rows.js';
import { type Demand, type Requirement, type PoolRequirement, type QuotaUse, STAFF_GROUP } from './visit.types.js';

export interface Bits extends CellRange {
  readonly row: Row;
}

/** Bits [start + from, start + to) of the row are set, or not all bits of `onlyIf` are set. */
export interface Condition extends Bits {
  readonly onlyIf?: Bits;
}

export const isStaff = (requirement: Requirement): boolean => requirement.group === STAFF_GROUP;

/** The conditions of one candidate for one requirement, with the first `maskCount` masks. */
export function requirementConditions(
  grid: AvailabilityGrid,
  requirement: Requirement,
  candidate: number,
  maskCount: number,
  isStay: boolean,
): Condition[] {
  if (!isStaff(requirement)) {
    const resource = grid.compiled.resources[candidate]!;
    const row = isStay ? grid.resourceCellRow(resource, 1) : grid.resourceRow(resource, 1);
    return requirement.claims.map((claim) => ({ row, ...claim }));
  }
  if (maskCount < maskCountOf('STAFF_BUSY')) {
    const row = maskCount < maskCountOf('TIME_OFF') ? grid.workingRow(candidate) : grid.presentRow(candidate);
    return requirement.work.map((work) => ({ row, ...work }));
  }
  const ready = grid.availableRow(candidate);
  const conditions: Condition[] = requirement.work.map((work) => ({ row: ready, ...work }));
  requirement.claims.forEach(({ from, to }, index) => {
    const { from: workFrom, to: workTo } = requirement.work[index]!;
    if (from < workFrom) conditions.push({ row: grid.freeRow(candidate), from, to: workFrom });
    if (to > workTo) conditions.push({ row: grid.freeRow(candidate), from: workTo, to });
  });
  if (maskCount < maskCountOf('QUOTA_FULL')) return conditions;
  const { id } = grid.compiled.staff[candidate]!;
  for (const quota of requirement.quotas) conditions.push(...quotaConditions(grid, quota, id));
  return conditions;
}

export function poolConditions(
  grid: AvailabilityGrid,
  candidate: number,
  demand: readonly Demand[],
  isStay: boolean,
): Condition[] {
  const resource = grid.compiled.resources[candidate]!;
  return demand.map(({ from, to, quantity }) => ({
    row: isStay ? grid.resourceCellRow(resource, quantity) : grid.resourceRow(resource, quantity),
    from,
    to,
  }));
}

/**
 * `load` needs room for all lines that overlap (stays: see masks.ts). `arrivals` needs, for each pair of lines that start in the same cell,
 * room for all lines between them.
 */
export function quotaConditions(
  grid: AvailabilityGrid,
  { quota, offsets, demand }: QuotaUse,
  scopeKey: string,
): Condition[] {
  if (quota.kind === 'load')
    return demand.map(({ from, to, quantity }) => ({ row: grid.quotaRow(quota, scopeKey, quantity), from, to }));
  const continuation = grid.layout.continuationRow(quotaCell(quota));
  return offsets.flatMap((first, i) =>
    offsets.slice(i).map((last, more): Condition => {
      const row = grid.quotaRow(quota, scopeKey, more + 1);
      const room = { row, from: first, to: first + 1 };
      return last > first ? { ...room, onlyIf: { row: continuation, from: first + 1, to: last + 1 } } : room;
    }),
  );
}

export function applyConditions(out: Row, conditions: readonly Condition[], scratch: ScratchRows): void {
  const mark = scratch.mark;
  const temporary = scratch.next();
  for (const { row, from, to, onlyIf } of conditions) {
    if (!onlyIf) {
      andRuns(out, row, to - from, from, temporary);
      continue;
    }
    const allowed = scratch.take(-1);
    const asked = scratch.take(-1);
    andRuns(allowed, row, to - from, from, temporary);
    andRuns(asked, onlyIf.row, onlyIf.to - onlyIf.from, onlyIf.from, temporary);
    for (let i = 0; i < out.length; i++) out[i]! &= allowed[i]! | ~asked[i]!;
  }
  scratch.reset(mark);
}

export const conditionsHold = (conditions: readonly Condition[], start: number): boolean =>
  conditions.every(
    ({ row, from, to, onlyIf }) =>
      hasRange(row, start + from, start + to) ||
      (onlyIf !== undefined && !hasRange(onlyIf.row, start + onlyIf.from, start + onlyIf.to)),
  );

/** Keeps the starts at which each requirement finds a pool with enough places. */
export function applyPools(
  out: Row,
  pools: readonly PoolRequirement[],
  scratch: ScratchRows,
  conditionsOf: (candidate: number, requirement: PoolRequirement) => readonly Condition[],
): void {
  for (const requirement of pools) {
    const mark = scratch.mark;
    const anywhere = scratch.take(0);
    for (const candidate of requirement.candidates) {
      const row = scratch.copy(out);
      applyConditions(row, conditionsOf(candidate, requirement), scratch);
      orRow(anywhere, row);
    }
    andRow(out, anywhere);
    scratch.reset(mark);
  }
}
