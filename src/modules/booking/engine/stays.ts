/** Boarding (by night) and daycare (by half-day): matched in cells of stays, offered as arrival times. */
import { andRow, clearRange, hasBit, newRow, type Row, setRange } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { cellAt, type CellKind, MINUTES_A_DAY } from './cells.js';
import { applyPools, poolConditions } from './conditions.js';
import { applyMatchingGroup, type Matching } from './matching-groups.js';
import { maskCountOf } from './refusals.js';
import { ScratchRows } from './scratch-rows.js';
import type { Visit } from './visit.types.js';
import { windowsOn } from './windows.js';

const HALVES_A_DAY = 2;

export const stayKind = (visit: Visit): CellKind => (visit.service.boarding ? 'night' : 'half_day');

/** The bit of the arrival's cell in a row of stay cells. */
export function stayBitAt(grid: AvailabilityGrid, visit: Visit, utcMinute: number): number {
  const kind = stayKind(visit);
  return cellAt(kind, utcMinute, grid.layout.zone) - grid.cellsOf(kind).from;
}

/**
 * UTC minute of the end of a stay that begins in this cell. Undefined without departures on that day, or for a full day of daycare from
 * noon.
 */
export function stayEnd(grid: AvailabilityGrid, { service, nights }: Visit, cell: number): number | undefined {
  const { zone } = grid.layout;
  if (service.boarding) {
    const day = cell + nights;
    const close = Math.max(...windowsOn(service.boarding.departures, day).map(({ to }) => to));
    return close > 0 ? zone.endBefore(day * MINUTES_A_DAY + close) : undefined;
  }
  const { length, halves } = service.daycare!;
  const half = cell % HALVES_A_DAY;
  if (length === 'full' && half === 1) return undefined;
  const { until } = halves[length === 'full' ? 1 : (half as 0 | 1)];
  return zone.endBefore(Math.floor(cell / HALVES_A_DAY) * MINUTES_A_DAY + until);
}

/** Keeps the arrivals that the first `maskCount` masks allow. */
export function applyStay(out: Row, grid: AvailabilityGrid, visit: Visit, { groups, maskCount }: Matching): void {
  const { boarding, daycare } = visit.service;
  if (maskCount >= maskCountOf('CLOSED')) {
    andRow(out, grid.openRow('arrival'));
    keepOpenStays(out, grid, visit);
  }
  if (maskCount >= maskCountOf('NOT_WORKING')) {
    andRow(out, grid.scheduleRow((boarding ?? daycare!).arrivals));
    eachStay(grid, visit, ({ from, to, end }) => {
      if (end === undefined) clearRange(out, from, to);
      else clearRange(out, Math.max(from, grid.layout.bitAt(end)), to);
    });
  }
  if (maskCount < maskCountOf('RESOURCE_BUSY')) return;
  const { from, to } = grid.cellsOf(stayKind(visit));
  const free = newRow(to - from);
  setRange(free, 0, to - from);
  const scratch = new ScratchRows(to - from);
  for (const group of groups) applyMatchingGroup(free, group, scratch);
  applyPools(free, visit.pools, scratch, (candidate, { demand }) => poolConditions(grid, candidate, demand, true));
  eachStay(grid, visit, (stay) => {
    if (!hasBit(free, stay.cell - from)) clearRange(out, stay.from, stay.to);
  });
}

interface ArrivalCell {
  /** Night or half-day. */
  readonly cell: number;
  /** Bits [from, to) of the base row in which a stay of this cell can begin. */
  readonly from: number;
  readonly to: number;
  /** UTC minute; see {@link stayEnd}. */
  readonly end: number | undefined;
}

function eachStay(grid: AvailabilityGrid, visit: Visit, callback: (stay: ArrivalCell) => void): void {
  for (const { cell, from, to } of grid.layout.cellRuns(stayKind(visit)))
    callback({ cell, from, to, end: stayEnd(grid, visit, cell) });
}

/** Boarding needs all its nights and its departure open; daycare needs no closure until its end. */
function keepOpenStays(out: Row, grid: AvailabilityGrid, visit: Visit): void {
  const { layout } = grid;
  eachStay(grid, visit, ({ cell, from, to, end }) => {
    if (end === undefined) return;
    if (!grid.isDepartureOpen(end)) clearRange(out, from, to);
    if (visit.service.boarding) {
      for (let night = cell; night < cell + visit.nights; night++)
        if (!grid.isNightOpen(night)) clearRange(out, from, to);
      return;
    }
    const open = grid.openRow('service');
    let start = layout.bitFrom(end);
    while (start > from && hasBit(open, start - 1)) start--;
    clearRange(out, from, Math.min(start, to));
  });
}
