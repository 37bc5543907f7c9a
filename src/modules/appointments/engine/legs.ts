/** What an assignment claims, cell by cell, as legs of constant quantity. */
import type { Assignment } from './assignment.js';
import { type Board, quotaCell } from './board.js';
import {
  BASE_MINUTES,
  cellAt,
  type CellKind,
  type CellRange,
  cellsTouched,
  type LegRequest,
  quotaLane,
  staffLane,
} from './cells.js';
import type { Resource } from './compile.js';
import { isStaff } from './conditions.js';
import { poolDemand } from './demand.js';
import { stayKind } from './stays.js';
import type { PoolNeed, QuotaNeed, Visit } from './visit.types.js';

const SINGLE = 1;

export function legsOf(board: Board, visit: Visit, minute: number, { lanes, pools }: Assignment): LegRequest[] {
  const { staff, resources } = board.compiled;
  const ledger = new Ledger();
  const cellsIn = (kind: CellKind, offsets: CellRange): CellRange => absoluteCells(board, visit, minute, kind, offsets);
  for (const [need, lane] of lanes) {
    const member = staff[lane];
    const resource = resources[lane];
    const [name, kind] =
      isStaff(need) && member ? [staffLane(member.id), '5min' as const] : [resource!.lane, resource!.type.cell];
    // One visit may use a lane twice in a row within a cell: that is one claim.
    for (const claim of need.claims) ledger.atLeast(name, SINGLE, cellsIn(kind, claim), SINGLE);
    if (need.role === 'lead' && member)
      for (const quota of need.quotas)
        if (quota.quota.staff_ids?.includes(member.id) ?? true) countStarts(ledger, board, minute, quota, member.id);
  }
  for (const [resource, demand] of demandByPool(visit, pools, resources))
    for (const { quantity, ...offsets } of demand)
      ledger.atLeast(resource.lane, resource.capacity, cellsIn(resource.type.cell, offsets), quantity);
  for (const quota of visit.quotas) countStarts(ledger, board, minute, quota, 'all');
  return ledger.legs();
}

function absoluteCells(board: Board, visit: Visit, minute: number, kind: CellKind, { from, to }: CellRange): CellRange {
  if (visit.isStay) {
    const arrival = cellAt(stayKind(visit), minute, board.grid.zone);
    return { from: arrival + from, to: arrival + to };
  }
  return cellsTouched(kind, minute + from * BASE_MINUTES, minute + to * BASE_MINUTES, board.grid.zone);
}

function countStarts(
  ledger: Ledger,
  board: Board,
  minute: number,
  { quota, offsets }: QuotaNeed,
  scopeKey: string,
): void {
  for (const offset of offsets) {
    const cell = cellAt(quotaCell(quota), minute + offset * BASE_MINUTES, board.grid.zone);
    ledger.add(quotaLane(quota.id, scopeKey), quota.limit, cell);
  }
}

function demandByPool(
  visit: Visit,
  pools: ReadonlyMap<PoolNeed, number>,
  resources: readonly Resource[],
): Map<Resource, ReturnType<typeof poolDemand>> {
  const byLane = new Map<Resource, number[]>();
  for (const [need, lane] of pools)
    byLane.set(resources[lane]!, [...(byLane.get(resources[lane]!) ?? []), ...need.lines]);
  return new Map(
    [...byLane].map(([resource, lines]) => [
      resource,
      poolDemand(
        lines.map((index) => visit.lines[index]!),
        resource.type,
        visit.nights,
      ),
    ]),
  );
}

/** Quantities by lane and cell. */
class Ledger {
  private readonly lanes = new Map<string, { capacity: number; cells: Map<number, number> }>();

  atLeast(lane: string, capacity: number, { from, to }: CellRange, quantity: number): void {
    const cells = this.cellsOf(lane, capacity);
    for (let cell = from; cell < to; cell++) cells.set(cell, Math.max(cells.get(cell) ?? 0, quantity));
  }

  add(lane: string, capacity: number, cell: number): void {
    const cells = this.cellsOf(lane, capacity);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }

  legs(): LegRequest[] {
    return [...this.lanes].flatMap(([lane, { capacity, cells }]) => {
      const legs: { -readonly [Field in keyof LegRequest]: LegRequest[Field] }[] = [];
      for (const [cell, quantity] of [...cells].sort(([one], [other]) => one - other)) {
        const last = legs[legs.length - 1];
        if (last?.to === cell && last.quantity === quantity) last.to = cell + 1;
        else legs.push({ lane, capacity, from: cell, to: cell + 1, quantity });
      }
      return legs;
    });
  }

  private cellsOf(lane: string, capacity: number): Map<number, number> {
    let known = this.lanes.get(lane);
    if (!known) this.lanes.set(lane, (known = { capacity, cells: new Map() }));
    return known.cells;
  }
}
