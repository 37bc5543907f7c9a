import type { Assignment } from './assignment.js';
import type { AvailabilityGrid } from './availability-grid.js';
import {
  BASE_MINUTES,
  cellAt,
  type CellKind,
  type CellRange,
  cellsTouched,
  type LegRequest,
  staffBookable,
} from './cells.js';
import type { Resource } from './compile.js';
import { isStaff } from './conditions.js';
import { poolDemand } from './demand.js';
import { LegBuilder } from './leg-builder.js';
import { addQuotaLegs, COMPANY_SCOPE_KEY } from './quotas.js';
import { stayKind } from './stays.js';
import type { PoolRequirement, Visit } from './visit.types.js';

const SINGLE = 1;

export function legsOf(
  grid: AvailabilityGrid,
  visit: Visit,
  minute: number,
  { bookables, pools }: Assignment,
): LegRequest[] {
  const { staff, resources } = grid.compiled;
  const builder = new LegBuilder();
  const cellsIn = (kind: CellKind, offsets: CellRange): CellRange => absoluteCells(grid, visit, minute, kind, offsets);
  for (const [requirement, index] of bookables) {
    const member = staff[index];
    const resource = resources[index];
    const [bookable, kind] =
      isStaff(requirement) && member
        ? [staffBookable(member.id), '5min' as const]
        : [resource!.bookable, resource!.type.cell];
    for (const claim of requirement.claims) builder.requireAtLeast(bookable, SINGLE, cellsIn(kind, claim), SINGLE);
    if (requirement.role === 'lead' && member)
      for (const quota of requirement.quotas) addQuotaLegs(builder, grid, visit, minute, quota, member.id);
  }
  for (const [resource, demand] of demandByPool(visit, pools, resources))
    for (const { quantity, ...offsets } of demand)
      builder.requireAtLeast(resource.bookable, resource.capacity, cellsIn(resource.type.cell, offsets), quantity);
  for (const quota of visit.quotas) addQuotaLegs(builder, grid, visit, minute, quota, COMPANY_SCOPE_KEY);
  return builder.legs();
}

function absoluteCells(
  grid: AvailabilityGrid,
  visit: Visit,
  minute: number,
  kind: CellKind,
  { from, to }: CellRange,
): CellRange {
  if (visit.isStay) {
    const arrival = cellAt(stayKind(visit), minute, grid.layout.zone);
    return { from: arrival + from, to: arrival + to };
  }
  return cellsTouched(kind, minute + from * BASE_MINUTES, minute + to * BASE_MINUTES, grid.layout.zone);
}

function demandByPool(
  visit: Visit,
  pools: ReadonlyMap<PoolRequirement, number>,
  resources: readonly Resource[],
): Map<Resource, ReturnType<typeof poolDemand>> {
  const linesByPool = new Map<Resource, number[]>();
  for (const [requirement, index] of pools)
    linesByPool.set(resources[index]!, [...(linesByPool.get(resources[index]!) ?? []), ...requirement.lines]);
  return new Map(
    [...linesByPool].map(([resource, lines]) => [
      resource,
      poolDemand(
        lines.map((index) => visit.lines[index]!),
        resource.type,
        visit.nights,
      ),
    ]),
  );
}
