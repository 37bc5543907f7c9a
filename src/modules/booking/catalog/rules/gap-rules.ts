import type { CatalogSnapshot } from '../snapshot/catalog-snapshot.js';
import type { BookableService } from '../services/service.schema.js';
import { withStaffOverride } from './service-rules.js';

/** Shortest service in minutes that customers can book with a person, without buffers. Undefined if gaps are allowed. */
export function minGapOf({ settings, services }: CatalogSnapshot, staffId: string): number | undefined {
  if (!settings.hide_dead_gaps) return undefined;
  const minutes = services
    .filter((service) => isSoldBy(service, staffId))
    .map((service) => shortestMinutes(service, staffId));
  return minutes.length > 0 ? Math.min(...minutes) : undefined;
}

const isSoldBy = (
  { kind, active, public: isPublic, require_staff, staff_ids }: BookableService,
  staffId: string,
): boolean =>
  kind === 'timed' &&
  active &&
  isPublic &&
  require_staff &&
  (staff_ids.length === 0 || staff_ids.some((id) => id.toHexString() === staffId));

function shortestMinutes(service: BookableService, staffId: string): number {
  const { duration_min, pet_matrix, segments } = withStaffOverride(service, staffId);
  const staffed = segments.filter(({ staff }) => staff).map(({ minutes }) => minutes);
  // If some segments need nobody, only the others must fit; the shortest one hides no time that can be sold.
  if (staffed.length > 0 && staffed.length < segments.length) return Math.min(...staffed);
  const byPet = pet_matrix
    .filter(({ refuse }) => !refuse)
    .map(({ minutes, minutes_delta }) => minutes ?? duration_min + (minutes_delta ?? 0));
  return Math.min(duration_min, ...byPet);
}
