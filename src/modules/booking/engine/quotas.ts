import { type AvailabilityGrid, quotaCell } from './availability-grid.js';
import { BASE_MINUTES, cellAt, type CellRange, cellsTouched, type LegRequest, quotaBookable } from './cells.js';
import type { CompiledRules } from './compile.js';
import { sumDemands } from './demand.js';
import { LegBuilder } from './leg-builder.js';
import { baseCells } from './requirements.js';
import { normalizePet, petMatches, type PetTraits } from './pets.js';
import type { QuotaRules } from './rules.js';
import { stayEnd, stayKind } from './stays.js';
import { minuteOf } from './time/local-time.js';
import type { QuotaUse, Visit } from './visit.types.js';

/** Scope key of company quotas; `staff` quotas use the id of the lead. */
export const COMPANY_SCOPE_KEY = 'all';

/** The cells of a stay from its arrival to its departure. */
export function loadCellsOfStay(grid: AvailabilityGrid, visit: Visit, quota: QuotaRules, minute: number): CellRange {
  const { zone } = grid.layout;
  const end = stayEnd(grid, visit, cellAt(stayKind(visit), minute, zone)) ?? minute + 1;
  return cellsTouched(quotaCell(quota), minute, end, zone);
}

export function addQuotaLegs(
  builder: LegBuilder,
  grid: AvailabilityGrid,
  visit: Visit,
  minute: number,
  use: QuotaUse,
  scopeKey: string,
): void {
  const { quota, offsets, demand, lines } = use;
  const bookable = quotaBookable(quota.id, scopeKey);
  const capacity = (cell: number): number => quota.limit - grid.unclaimedPlacesIn(bookable, cell);
  const { zone } = grid.layout;
  if (quota.kind !== 'load')
    for (const offset of offsets)
      builder.addOne(bookable, capacity, cellAt(quotaCell(quota), minute + offset * BASE_MINUTES, zone));
  else if (visit.isStay) builder.requireAtLeast(bookable, capacity, loadCellsOfStay(grid, visit, quota, minute), lines);
  else
    for (const { from, to, quantity } of demand) {
      const [start, end] = [minute + from * BASE_MINUTES, minute + to * BASE_MINUTES];
      builder.requireAtLeast(bookable, capacity, cellsTouched(quotaCell(quota), start, end, zone), quantity);
    }
}

export interface BookedLine {
  readonly serviceId: string;
  readonly staffId: string | null;
  readonly pet: PetTraits;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The legs of an appointment under a quota that was created after it was planned. */
export function quotaLegsOfBooked(
  { zone, rules }: CompiledRules,
  quota: QuotaRules,
  lines: readonly BookedLine[],
): LegRequest[] {
  const counted = lines.filter(
    ({ serviceId, pet }) =>
      (!quota.service_ids || quota.service_ids.includes(serviceId)) &&
      petMatches(quota.pets, normalizePet(pet, rules.sizes ?? []), false),
  );
  const builder = new LegBuilder();
  const keyOf = ({ staffId }: BookedLine): string => (quota.scope === 'company' ? COMPANY_SCOPE_KEY : (staffId ?? ''));
  for (const [scopeKey, own] of Map.groupBy(counted, keyOf)) {
    if (scopeKey === '') continue;
    const bookable = quotaBookable(quota.id, scopeKey);
    if (quota.kind !== 'load')
      for (const { startsAt } of own)
        builder.addOne(bookable, quota.limit, cellAt(quotaCell(quota), minuteOf(startsAt), zone));
    else
      for (const { from, to, quantity } of sumDemands(own.map(spanOf)))
        builder.requireAtLeast(
          bookable,
          quota.limit,
          cellsTouched(quotaCell(quota), from * BASE_MINUTES, to * BASE_MINUTES, zone),
          quantity,
        );
  }
  return builder.legs();
}

const spanOf = ({ startsAt, endsAt }: BookedLine): CellRange & { quantity: number } => ({
  ...baseCells(minuteOf(startsAt), minuteOf(endsAt)),
  quantity: 1,
});
