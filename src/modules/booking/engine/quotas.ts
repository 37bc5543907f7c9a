/** How visits count under quotas: `arrivals` where their lines begin, `load` for as long as a pet is there. */
import { type AvailabilityGrid, quotaCell } from './availability-grid.js';
import { BASE_MINUTES, cellAt, type CellRange, cellsTouched, type LegRequest, quotaBookable } from './cells.js';
import type { CompiledRules } from './compile.js';
import { sumOf } from './demand.js';
import { Ledger } from './ledger.js';
import { baseCells } from './requirements.js';
import { normalizePet, petMatches, type PetTraits } from './pets.js';
import type { QuotaRules } from './rules.js';
import { stayEnd, stayKind } from './stays.js';
import { minuteOf } from './time/local-time.js';
import type { QuotaUse, Visit } from './visit.types.js';

/** Of the scope `company`; of the scope `staff` it is the id of the lead. */
export const EVERYBODY = 'all';

/** The cells of a `load` quota from the arrival at this minute to the departure of a stay. */
export function loadOfStay(grid: AvailabilityGrid, visit: Visit, quota: QuotaRules, minute: number): CellRange {
  const { zone } = grid.layout;
  const end = stayEnd(grid, visit, cellAt(stayKind(visit), minute, zone)) ?? minute + 1;
  return cellsTouched(quotaCell(quota), minute, end, zone);
}

/** Notes what a visit that begins at this minute counts under a quota. */
export function countUnder(
  ledger: Ledger,
  grid: AvailabilityGrid,
  visit: Visit,
  minute: number,
  use: QuotaUse,
  key: string,
): void {
  const { quota, offsets, demand, lines } = use;
  const bookable = quotaBookable(quota.id, key);
  const capacity = (cell: number): number => quota.limit - grid.unclaimedPlacesIn(bookable, cell);
  const { zone } = grid.layout;
  if (quota.kind !== 'load')
    for (const offset of offsets)
      ledger.add(bookable, capacity, cellAt(quotaCell(quota), minute + offset * BASE_MINUTES, zone));
  else if (visit.isStay) ledger.atLeast(bookable, capacity, loadOfStay(grid, visit, quota, minute), lines);
  else
    for (const { from, to, quantity } of demand) {
      const [start, end] = [minute + from * BASE_MINUTES, minute + to * BASE_MINUTES];
      ledger.atLeast(bookable, capacity, cellsTouched(quotaCell(quota), start, end, zone), quantity);
    }
}

/** A line of an appointment as it was booked. */
export interface BookedLine {
  readonly serviceId: string;
  readonly staffId: string | null;
  readonly pet: PetTraits;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What the lines of one appointment take under a quota that was not there when it was planned. */
export function countBooked(
  { zone, rules }: CompiledRules,
  quota: QuotaRules,
  lines: readonly BookedLine[],
): LegRequest[] {
  const counted = lines.filter(
    ({ serviceId, pet }) =>
      (!quota.service_ids || quota.service_ids.includes(serviceId)) &&
      petMatches(quota.pets, normalizePet(pet, rules.sizes ?? []), false),
  );
  const ledger = new Ledger();
  const keyOf = ({ staffId }: BookedLine): string => (quota.scope === 'company' ? EVERYBODY : (staffId ?? ''));
  for (const [key, own] of Map.groupBy(counted, keyOf)) {
    if (key === '') continue;
    const bookable = quotaBookable(quota.id, key);
    if (quota.kind !== 'load')
      for (const { startsAt } of own)
        ledger.add(bookable, quota.limit, cellAt(quotaCell(quota), minuteOf(startsAt), zone));
    else
      for (const { from, to, quantity } of sumOf(own.map(spanOf)))
        ledger.atLeast(
          bookable,
          quota.limit,
          cellsTouched(quotaCell(quota), from * BASE_MINUTES, to * BASE_MINUTES, zone),
          quantity,
        );
  }
  return ledger.legs();
}

const spanOf = ({ startsAt, endsAt }: BookedLine): CellRange & { quantity: number } => ({
  ...baseCells(minuteOf(startsAt), minuteOf(endsAt)),
  quantity: 1,
});
