import type {
  BookingRules,
  QuotaRules,
  ResourceRules,
  ResourceTypeRules,
  ScheduleRules,
  StaffRules,
} from '../../engine/index.js';
import type { Quota } from '../quotas/quota.schema.js';
import type { Resource } from '../resources/resource.schema.js';
import type { ResourceType } from '../resources/resource-type.schema.js';
import type { CatalogSnapshot } from '../snapshot/catalog-snapshot.js';
import { occurrencesOf, type StaffSchedule } from '../../calendar/index.js';
import { toClosureRules } from './closure-rules.js';
import { minGapOf } from './gap-rules.js';
import { isOfferable, toServiceRules } from './service-rules.js';

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 2;
/** A little longer than the longest horizon of a service. */
const LOOK_AHEAD_DAYS = 740;

/** The rules of a catalog for the engine, with repeating time off as long as bookings are possible from `now`. */
export function toBookingRules(catalog: CatalogSnapshot, now: Date): BookingRules {
  const types = new Map(catalog.resource_types.map((type) => [type._id.toHexString(), type]));
  const isOfKnownType = ({ resource_type_id }: Resource): boolean => types.has(resource_type_id.toHexString());
  return {
    time_zone: catalog.time_zone,
    sizes: catalog.settings.sizes.map(({ name, max_kg }) => ({ name, max_kg: max_kg ?? Infinity })),
    staff: toStaffRules(catalog, now),
    resource_types: catalog.resource_types.map(toTypeRules),
    resources: catalog.resources.filter((one) => one.active && isOfKnownType(one)).map(toResourceRules),
    services: catalog.services.filter((service) => isOfferable(service, types)).map(toServiceRules),
    closures: catalog.closures.flatMap((closure) => toClosureRules(closure, catalog.time_zone)),
    quotas: catalog.quotas.map(toQuotaRules),
  };
}

function toStaffRules(catalog: CatalogSnapshot, now: Date): StaffRules[] {
  const { staff, time_off, external_busy, time_zone } = catalog;
  const from = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  const to = new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY_MS);
  const timesOff = Map.groupBy(time_off, ({ staff_id }) => staff_id.toHexString());
  const busyTimes = Map.groupBy(external_busy, ({ staff_id }) => staff_id.toHexString());
  return staff
    .filter(({ schedule }) => schedule.bookable)
    .map(({ schedule }) => {
      const id = schedule.staff_id.toHexString();
      const zone = schedule.time_zone ?? time_zone;
      const least_gap_min = minGapOf(catalog, id);
      return {
        id,
        schedule: toScheduleRules(schedule, time_zone),
        time_off: [
          ...(timesOff.get(id) ?? []).flatMap((one) => occurrencesOf(one, zone, from, to)),
          ...(busyTimes.get(id) ?? []).filter(({ starts_at, ends_at }) => starts_at < to && ends_at > from),
        ],
        ...(least_gap_min === undefined ? {} : { least_gap_min }),
      };
    });
}

export function toScheduleRules(schedule: StaffSchedule, companyZone: string): ScheduleRules {
  return {
    time_zone: schedule.time_zone ?? companyZone,
    ...(schedule.week_a_starts ? { week_a_date: schedule.week_a_starts } : {}),
    weekly: schedule.weekly.map(({ week, ...day }) => ({ ...day, ...(week ? { week } : {}) })),
    overrides: schedule.overrides.map(({ kind, ...override }) => ({ ...override, mode: kind })),
  };
}

function toTypeRules({ _id, kind, cell, pad_after_min }: ResourceType): ResourceTypeRules {
  return { id: _id.toHexString(), kind, cell, buffer_after_min: pad_after_min };
}

function toResourceRules({ _id, resource_type_id, capacity, attributes }: Resource): ResourceRules {
  const { max_kg, species } = attributes;
  return {
    id: _id.toHexString(),
    resource_type_id: resource_type_id.toHexString(),
    capacity,
    attributes: { ...(max_kg === null ? {} : { max_kg }), ...(species.length > 0 ? { species } : {}) },
  };
}

function toQuotaRules({ lane_id, kind, per, cell, max, species, size, service_ids }: Quota): QuotaRules {
  return {
    id: lane_id.toHexString(),
    kind,
    scope: per,
    per: cell,
    limit: max,
    pets: { ...(species ? { species: [species] } : {}), ...(size ? { sizes: [size] } : {}) },
    ...(service_ids.length > 0 ? { service_ids: service_ids.map((id) => id.toHexString()) } : {}),
  };
}
