import type { CatalogSnapshot } from '../../catalog/index.js';
import { type CellKind, isPetBookable, type Leg, petOfBookable } from '../../reservations/index.js';
import { CELL_MINUTES, cellAt, isLocalKind, isQuotaBookable, minuteOf, ZoneTable } from '../../engine/index.js';

export interface EndedLegs {
  readonly kept: Leg[];
  readonly freed: Leg[];
}

export interface EndingVisit {
  readonly legs: readonly Leg[];
  readonly ends_at: Date;
  readonly time_zone: string;
}

/** Splits legs at `now`. Cleaning keeps its full length; a night is free until it begins, a half-day is used once it has begun. */
export function endLegs({ legs, ends_at, time_zone }: EndingVisit, catalog: CatalogSnapshot, now: Date): EndedLegs {
  const zone = ZoneTable.of(time_zone);
  const [kept, freed]: [Leg[], Leg[]] = [[], []];
  for (const leg of legs) {
    const kind = cellKindOf(leg.lane, catalog);
    const cut = kind === undefined ? leg.to : endCell(leg, kind, { ends: minuteOf(ends_at), now: minuteOf(now), zone });
    const at = Math.min(leg.to, Math.max(leg.from, cut));
    if (at > leg.from) kept.push({ ...leg, to: at });
    if (at < leg.to) freed.push({ ...leg, from: at });
  }
  return { kept, freed };
}

/** The first cell that the visit no longer needs. */
function endCell(
  { lane: bookable, to }: Leg,
  kind: CellKind,
  { ends, now, zone }: { ends: number; now: number; zone: ZoneTable },
): number {
  if (!isLocalKind(kind)) {
    const size = CELL_MINUTES[kind];
    const cleaning = Math.max(0, to * size - ends);
    return Math.ceil((now + cleaning) / size);
  }
  const current = cellAt(kind, now, zone);
  return kind === 'night' && !isQuotaBookable(bookable) ? current : current + 1;
}

/** Undefined for bookables that left the catalog; their legs are kept. */
function cellKindOf(bookable: string, { resources, resource_types, quotas }: CatalogSnapshot): CellKind | undefined {
  const [what, id] = bookable.split(':');
  if (what === 'staff') return '5min';
  if (isPetBookable(bookable)) return petOfBookable(bookable).kind;
  if (what === 'quota') {
    const quota = quotas.find(({ lane_id }) => lane_id.toHexString() === id);
    return quota && (quota.cell === 'day' ? 'night' : quota.cell);
  }
  const resource = resources.find(({ _id }) => _id.toHexString() === id);
  return resource_types.find(({ _id }) => resource && _id.equals(resource.resource_type_id))?.cell;
}
