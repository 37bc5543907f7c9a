import type { CatalogSnapshot } from '../../catalog/index.js';
import { type CellKind, isPetBookable, type Leg, petOfBookable } from '../../reservations/index.js';
import { CELL_MINUTES, cellAt, isLocalKind, isQuotaLane, minuteOf, ZoneTable } from '../../engine/index.js';

/** The legs of an appointment that ends now: what it keeps, and what others may have from now on. */
export interface EndedLegs {
  readonly kept: Leg[];
  readonly freed: Leg[];
}

/** What decides where legs end. */
export interface EndingVisit {
  readonly legs: readonly Leg[];
  /** When it would have ended. */
  readonly ends_at: Date;
  /** IANA name. */
  readonly time_zone: string;
}

/**
 * Splits the legs of a visit that ends at `now`. Time for cleaning after the visit is kept at its full length. A night counts
 * as free until it begins, so a guest who leaves by day frees the night of that day; a half-day that has begun is used up.
 */
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

/** The first cell of a leg that is no longer needed. */
function endCell(
  { lane, to }: Leg,
  kind: CellKind,
  { ends, now, zone }: { ends: number; now: number; zone: ZoneTable },
): number {
  if (!isLocalKind(kind)) {
    const size = CELL_MINUTES[kind];
    const cleaning = Math.max(0, to * size - ends);
    return Math.ceil((now + cleaning) / size);
  }
  const current = cellAt(kind, now, zone);
  return kind === 'night' && !isQuotaLane(lane) ? current : current + 1;
}

/** The kind of cells that a lane is counted in; undefined for what the catalog no longer knows, which is kept as it is. */
function cellKindOf(lane: string, { resources, resource_types, quotas }: CatalogSnapshot): CellKind | undefined {
  const [what, id] = lane.split(':');
  if (what === 'staff') return '5min';
  if (isPetBookable(lane)) return petOfBookable(lane).kind;
  if (what === 'quota') {
    const quota = quotas.find(({ lane_id }) => lane_id.toHexString() === id);
    return quota && (quota.cell === 'day' ? 'night' : quota.cell);
  }
  const resource = resources.find(({ _id }) => _id.toHexString() === id);
  return resource_types.find(({ _id }) => resource && _id.equals(resource.resource_type_id))?.cell;
}
