import {
  withStaffOverride,
  type BookableService,
  type CatalogSnapshot,
  type PetsRuleDto,
  toBookingRules,
  toServiceRules,
} from '../catalog/index.js';
import type { BookingRules, QuotaRules, ServiceRules } from '../engine/index.js';

const SEPARATOR = '~';
const OTHERS = 'others';
const MAX_COMBINATIONS = 64;

const variantId = (serviceId: string, staffId: string): string => `${serviceId}${SEPARATOR}${staffId}`;
const othersId = (serviceId: string): string => variantId(serviceId, OTHERS);
export const serviceIdOf = (variant: string): string => variant.split(SEPARATOR)[0] as string;

/** Adds a service for each person with an own time or price, because the engine knows one duration per service. */
export function rulesWithVariants(catalog: CatalogSnapshot, now: Date): BookingRules {
  const rules = toBookingRules(catalog, now);
  const offered = new Set(rules.services.map(({ id }) => id));
  const everybody = rules.staff.map(({ id }) => id);
  const variants = catalog.services
    .filter((service) => offered.has(service._id.toHexString()))
    .flatMap((service) => variantsOf(service, everybody));
  return {
    ...rules,
    services: [...rules.services, ...variants],
    quotas: (rules.quotas ?? []).map((quota) => withVariants(quota, variants)),
  };
}

function withVariants(quota: QuotaRules, variants: readonly ServiceRules[]): QuotaRules {
  const { service_ids } = quota;
  if (!service_ids) return quota;
  const own = variants.filter(({ id }) => service_ids.includes(serviceIdOf(id)));
  return { ...quota, service_ids: [...service_ids, ...own.map(({ id }) => id)] };
}

/**
 * All combinations of variants of a visit, those with the fewest special people first. @param pinned the requested person of each service
 */
export function variantCombinations(
  services: readonly BookableService[],
  pinned: readonly (string | undefined)[],
  plan: PetsRuleDto['plan'],
): string[][] {
  const asked = pinned.find((person) => person !== undefined);
  const choices = services.map(({ staff_overrides }, index) => {
    const person = pinned[index] ?? (plan === 'sequence' ? asked : undefined);
    return person === undefined ? [OTHERS, ...staff_overrides.map(({ staff_id }) => staff_id)] : [person];
  });
  const ways = plan === 'sequence' ? doneByOnePerson(choices) : combinations(choices, plan === 'parallel');
  return ways.map((people) => people.map((person, index) => variantFor(services[index] as BookableService, person)));
}

function doneByOnePerson(choices: readonly string[][]): string[][] {
  return [...new Set(choices.flat())].slice(0, MAX_COMBINATIONS).map((person) => choices.map(() => person));
}

function combinations(choices: readonly string[][], areDistinct: boolean): string[][] {
  const countSpecial = (way: readonly string[]): number => way.filter((person) => person !== OTHERS).length;
  return choices.reduce<string[][]>(
    (ways, choice) => {
      const longer = ways.flatMap((way) =>
        choice
          .filter((person) => !areDistinct || person === OTHERS || !way.includes(person))
          .map((person) => [...way, person]),
      );
      return longer.sort((one, other) => countSpecial(one) - countSpecial(other)).slice(0, MAX_COMBINATIONS);
    },
    [[]],
  );
}

function variantFor({ _id, staff_overrides }: BookableService, person: string): string {
  const id = _id.toHexString();
  if (staff_overrides.some(({ staff_id }) => staff_id === person)) return variantId(id, person);
  return person === OTHERS && staff_overrides.length > 0 ? othersId(id) : id;
}

function variantsOf(service: BookableService, everybody: readonly string[]): ServiceRules[] {
  const { staff_overrides, staff_ids } = service;
  if (staff_overrides.length === 0) return [];
  const id = service._id.toHexString();
  const able = staff_ids.length > 0 ? staff_ids.map((one) => one.toHexString()) : everybody;
  const special = new Set(staff_overrides.map(({ staff_id }) => staff_id));
  const others = able.filter((one) => !special.has(one));
  const own = staff_overrides.map(({ staff_id }): ServiceRules => {
    return {
      ...toServiceRules(withStaffOverride(service, staff_id)),
      id: variantId(id, staff_id),
      staff_ids: [staff_id],
    };
  });
  if (others.length === 0) return own;
  return [{ ...toServiceRules(service), id: othersId(id), staff_ids: others }, ...own];
}
