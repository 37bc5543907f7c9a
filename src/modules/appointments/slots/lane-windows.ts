import type { CellWindow } from '../claims/taken-cells.js';
import { type Board, type CellKind, quotaLane, staffLane } from '../engine/index.js';
import { quotaCell } from '../engine/board.js';

/** What a board has to know of the claims: for each kind of cell the lanes that count in it. */
export function windowsOf(board: Board): CellWindow[] {
  const { staff, resources, quotas } = board.compiled;
  const lanes = new Map<CellKind, string[]>();
  const add = (kind: CellKind, lane: string): void => {
    const known = lanes.get(kind);
    if (known) known.push(lane);
    else lanes.set(kind, [lane]);
  };
  for (const { id } of staff) add('5min', staffLane(id));
  for (const { lane, type } of resources) add(type.cell, lane);
  for (const quota of quotas) {
    const keys = quota.scope === 'company' ? ['all'] : staff.map(({ id }) => id);
    for (const key of keys) add(quotaCell(quota), quotaLane(quota.id, key));
  }
  return [...lanes].map(([kind, named]) => ({ lanes: named, ...board.cellsOf(kind) }));
}
