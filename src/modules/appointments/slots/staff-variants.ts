import { type BookableService, type CatalogSnapshot, toBookingRules } from '../catalog/index.js';
import { asDoneBy, toServiceRules } from '../catalog/rules/service-rules.js';
import type { BookingRules, ServiceRules } from '../engine/index.js';

const SEPARATOR = '~';
/** Of a service with people who do it in their own time: as everybody else does it. */
const OTHERS = 'others';

/** The id under which the engine knows a service as one person does it. */
export const variantId = (serviceId: string, staffId: string): string => `${serviceId}${SEPARATOR}${staffId}`;
export const othersId = (serviceId: string): string => variantId(serviceId, OTHERS);
/** The service that a variant is of. */
export const serviceIdOf = (variant: string): string => variant.split(SEPARATOR)[0] as string;

/**
 * The rules of a catalog, with a service of its own for each person who does one in their own time or for their own
 * price: the engine knows one duration a service.
 */
export function rulesWithVariants(catalog: CatalogSnapshot, now: Date): BookingRules {
  const rules = toBookingRules(catalog, now);
  const offered = new Set(rules.services.map(({ id }) => id));
  const everybody = rules.staff.map(({ id }) => id);
  const variants = catalog.services
    .filter((service) => offered.has(service._id.toHexString()))
    .flatMap((service) => variantsOf(service, everybody));
  return { ...rules, services: [...rules.services, ...variants] };
}

function variantsOf(service: BookableService, everybody: readonly string[]): ServiceRules[] {
  const { staff_overrides, staff_ids } = service;
  if (staff_overrides.length === 0) return [];
  const id = service._id.toHexString();
  const able = staff_ids.length > 0 ? staff_ids.map((one) => one.toHexString()) : everybody;
  const special = new Set(staff_overrides.map(({ staff_id }) => staff_id));
  const others = able.filter((one) => !special.has(one));
  const own = staff_overrides.map(({ staff_id }): ServiceRules => {
    return { ...toServiceRules(asDoneBy(service, staff_id)), id: variantId(id, staff_id), staff_ids: [staff_id] };
  });
  if (others.length === 0) return own;
  return [{ ...toServiceRules(service), id: othersId(id), staff_ids: others }, ...own];
}
