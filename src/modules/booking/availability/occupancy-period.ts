import { Types } from 'mongoose';
import type { OccupancyPeriod } from '../reservations/index.js';
import { type AvailabilityGrid, isLocalKind } from '../engine/index.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const BASE_MS = 5 * MINUTE_MS;

export function occupancyPeriodOf({ compiled, layout }: AvailabilityGrid): OccupancyPeriod {
  const base = layout.cellsOf('5min');
  const from = new Date(base.from * BASE_MS);
  const to = new Date(base.to * BASE_MS);
  const resourceIds = compiled.resources
    .filter(({ type }) => isLocalKind(type.cell))
    .map(({ rules }) => new Types.ObjectId(rules.id));
  // Local days begin at most one day before or after UTC days.
  const lastNight = new Date((layout.cellsOf('night').to + 1) * DAY_MS);
  // A stay counts under a load quota on each of its days.
  const hasLoad = compiled.quotas.some(({ kind, scope }) => kind === 'load' && scope === 'company');
  const hasStays = [...compiled.services.values()].some(({ boarding }) => boarding !== undefined);
  if (hasLoad && hasStays) return { from, to: lastNight };
  return { from, to, ...(resourceIds.length > 0 && { stays: { resourceIds, to: lastNight } }) };
}
