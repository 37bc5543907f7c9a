/** The allowed starts: one mask for each rule, in the order of the refusals. */
import { findAssignment, hasOverlappingPools, prepareAssignment } from './assignment.js';
import { clearRange, eachBit, hasBit, orRow, type Row } from './bitset.js';
import type { AvailabilityGrid } from './availability-grid.js';
import { BASE_MINUTES, MINUTES_A_DAY } from './cells.js';
import { applyConditions, applyPools, type Condition, poolConditions, quotaConditions } from './conditions.js';
import { applyMatchingGroup, matchingGroupsOf, leadRows, type Matching } from './matching-groups.js';
import { leadRequirementOf } from './requirements.js';
import { COMPANY_SCOPE_KEY, loadCellsOfStay } from './quotas.js';
import { maskCountOf } from './refusals.js';
import { applyStay } from './stays.js';
import { minuteRoundedUp, minuteOf } from './time/local-time.js';
import type { Visit } from './visit.types.js';

export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

export interface Starts {
  readonly all: Row;
  /** One row of starts for each candidate of the lead; empty if nobody leads. */
  readonly leads: readonly Row[];
}

/**
 * The returned rows are scratch rows of the grid: read them before the next search.
 * @param maskCount applies only so many of the masks, in the order of the refusals
 */
export function allowedStarts(grid: AvailabilityGrid, visit: Visit, days: DaySpan, maskCount: number): Starts {
  const { scratch } = grid;
  scratch.reset();
  const all = scratch.copy(grid.layout.stepRow(visit.step));
  const { from, to } = grid.layout.bitsOfDays(days.first, days.last);
  clearRange(all, 0, from);
  clearRange(all, to, grid.layout.bits);
  applyLeadTimeAndHorizon(all, grid, visit, maskCount);
  if (maskCount >= maskCountOf('QUOTA_FULL'))
    for (const quota of visit.quotas) applyConditions(all, quotaConditions(grid, quota, COMPANY_SCOPE_KEY), scratch);
  const groups = matchingGroupsOf(grid, visit, maskCount);
  if (visit.isStay) {
    applyStay(all, grid, visit, { groups, maskCount });
    if (maskCount >= maskCountOf('QUOTA_FULL')) dropFullStays(all, grid, visit);
  } else applyClosures(all, grid, visit, maskCount);
  const starts = visit.isStay ? { all, leads: [] } : matchTimed(all, grid, visit, { groups, maskCount });
  const hasOverlap = maskCount >= maskCountOf('RESOURCE_BUSY') && hasOverlappingPools(visit);
  const isExact = groups.every((group) => group.isExact) && !hasOverlap;
  if (!isExact) dropUnassignable(starts, grid, visit, maskCount);
  return starts;
}

function applyLeadTimeAndHorizon(out: Row, grid: AvailabilityGrid, visit: Visit, maskCount: number): void {
  const { layout } = grid;
  const { zone } = layout;
  if (maskCount >= maskCountOf('LEAD_TIME'))
    clearRange(out, 0, layout.bitFrom(minuteRoundedUp(visit.now) + visit.leadTimeMinutes));
  if (maskCount < maskCountOf('HORIZON')) return;
  const now = minuteOf(visit.now);
  const today = Math.floor((now + zone.offsetAt(now)) / MINUTES_A_DAY);
  const last = today + visit.horizonDays;
  clearRange(out, layout.bitFrom(zone.firstAt((last + 1) * MINUTES_A_DAY)), layout.bits);
}

function applyClosures(out: Row, grid: AvailabilityGrid, visit: Visit, maskCount: number): void {
  if (maskCount >= maskCountOf('CLOSED')) applyConditions(out, closureConditions(grid, visit), grid.scratch);
}

function matchTimed(all: Row, grid: AvailabilityGrid, visit: Visit, { groups, maskCount }: Matching): Starts {
  const { scratch } = grid;
  const lead = leadRequirementOf(visit);
  const leadGroup = groups.find(({ classes }) =>
    classes.some(({ requirements }) => lead && requirements.includes(lead)),
  );
  for (const group of groups) if (group !== leadGroup) applyMatchingGroup(all, group, scratch);
  if (maskCount >= maskCountOf('RESOURCE_BUSY'))
    applyPools(all, visit.pools, scratch, (candidate, { demand }) => poolConditions(grid, candidate, demand, false));
  if (!lead || !leadGroup) return { all, leads: [] };
  const leads = leadRows(all, leadGroup, lead, scratch);
  all.fill(0);
  for (const row of leads) orRow(all, row);
  return { all, leads };
}

/** The `load` of a stay depends on the start, because departure times differ by day. */
function dropFullStays(all: Row, grid: AvailabilityGrid, visit: Visit): void {
  for (const { quota, lines } of visit.quotas) {
    if (quota.kind !== 'load') continue;
    eachBit(all, (bit) => {
      const cells = loadCellsOfStay(grid, visit, quota, grid.layout.minuteAt(bit));
      if (!grid.hasQuotaRoom(quota, COMPANY_SCOPE_KEY, cells, lines)) clearRange(all, bit, bit + 1);
    });
  }
}

/** Tries each remaining start where counting bookables is not exact. */
function dropUnassignable({ all, leads }: Starts, grid: AvailabilityGrid, visit: Visit, maskCount: number): void {
  const prepared = prepareAssignment(grid, visit, maskCount);
  eachBit(all, (bit) => {
    if (leads.length === 0) {
      if (!findAssignment(prepared, bit)) clearRange(all, bit, bit + 1);
      return;
    }
    let isLed = false;
    leads.forEach((row, index) => {
      if (!hasBit(row, bit)) return;
      if (findAssignment(prepared, bit, index)) isLed = true;
      else clearRange(row, bit, bit + 1);
    });
    if (!isLed) clearRange(all, bit, bit + 1);
  });
}

function closureConditions(grid: AvailabilityGrid, { minutes }: Visit): Condition[] {
  if (grid.compiled.closures.length === 0) return [];
  const length = Math.ceil(minutes / BASE_MINUTES);
  return [
    { row: grid.openRow('service'), from: 0, to: length },
    { row: grid.openRow('arrival'), from: 0, to: 1 },
    { row: grid.openRow('departure'), from: length - 1, to: length },
  ];
}
