/**
 * Two references for stays, which share nothing with the engine or one another but the form of the rules. For one type of units and
 * one of pools, units limited by weight and species, company-wide quotas by the day, and schedules that are open every day.
 */
import type {
  BookingRules,
  Occupancy,
  PetRequest,
  QuotaRules,
  ResourceRules,
  SearchQuery,
  ServiceRules,
} from '../../../src/modules/booking/engine/index.js';
import { CELL_MS, DAY, range, wallOf } from './clock.js';
import { countTaken } from './lines.js';

interface Guest {
  pet: PetRequest;
  service: ServiceRules;
}

/** Starts (ms) at which every pet can be put somewhere: every way to do so is tried. */
export function bruteStays(rules: BookingRules, taken: Occupancy, query: SearchQuery): number[] {
  const guests = guestsOf(rules, query);
  return arrivals(rules, query)
    .filter(({ cells, days }) => {
      const isFree = ({ id }: ResourceRules): boolean =>
        cells.every((cell) => countTaken(taken, `unit:${id}`, cell) === 0);
      const units = resourcesOf(rules, 'unit').filter(isFree);
      return placesAll(guests, units, new Map()) && poolsAndQuotasFit(rules, taken, guests, cells, days);
    })
    .map(({ start }) => start);
}

/**
 * The same by counting: of each service and species, those who fit into no more than some units must find places enough in them. The
 * units of several families are shared out by trying how many each gets of which size.
 */
export function countedStays(rules: BookingRules, taken: Occupancy, query: SearchQuery): number[] {
  const families = [...Map.groupBy(guestsOf(rules, query), familyOf).values()];
  return arrivals(rules, query)
    .filter(({ cells, days }) => {
      const from = cells[0]!;
      const to = cells[cells.length - 1]! + 1;
      const isFree = ({ id }: ResourceRules): boolean =>
        !(taken.get(`unit:${id}`) ?? []).some((busy) => busy.from < to && busy.to > from);
      const units = resourcesOf(rules, 'unit').filter(isFree);
      return (
        dealOut(
          units,
          families,
          families.map(() => []),
        ) && poolsAndQuotasFit(rules, taken, families.flat(), cells, days)
      );
    })
    .map(({ start }) => start);
}

const guestsOf = (rules: BookingRules, query: SearchQuery): Guest[] =>
  query.pets!.map((pet) => ({
    pet,
    service: rules.services.find(({ id }) => id === (pet.service_id ?? query.service_id))!,
  }));

const familyOf = ({ pet, service }: Guest): string => `${service.id} ${pet.species ?? ''}`;

const resourcesOf = (rules: BookingRules, kind: 'unit' | 'pool'): ResourceRules[] =>
  rules.resources!.filter(
    ({ resource_type_id }) => rules.resource_types!.find(({ id }) => id === resource_type_id)!.kind === kind,
  );

function fits({ attributes }: ResourceRules, { weight_kg, species }: PetRequest): boolean {
  const { max_kg = Infinity, species: accepted } = attributes ?? {};
  return (weight_kg ?? 0) <= max_kg && (!accepted || !species || accepted.includes(species));
}

function placesAll(guests: readonly Guest[], units: readonly ResourceRules[], inside: Map<string, Guest[]>): boolean {
  const [guest, ...rest] = guests;
  if (!guest) return true;
  return units.some((unit) => {
    const others = inside.get(unit.id) ?? [];
    const isWelcome =
      others.length === 0 ||
      (others.length < (guest.service.share ?? 1) && others.every((other) => familyOf(other) === familyOf(guest)));
    if (!fits(unit, guest.pet) || !isWelcome) return false;
    return placesAll(rest, units, new Map(inside).set(unit.id, [...others, guest]));
  });
}

/** Gives each unit to one of the families, or to none. */
function dealOut(units: readonly ResourceRules[], families: Guest[][], dealt: ResourceRules[][]): boolean {
  const [unit, ...rest] = units;
  if (!unit) return families.every((family, index) => hasRoom(family, dealt[index]!));
  const to = (family: number): ResourceRules[][] =>
    dealt.map((own, index) => (index === family ? [...own, unit] : own));
  return [-1, ...families.keys()].some((family) => dealOut(rest, families, to(family)));
}

function hasRoom(family: readonly Guest[], units: readonly ResourceRules[]): boolean {
  const share = family[0]!.service.share ?? 1;
  const roomOf = ({ pet }: Guest): ResourceRules[] => units.filter((unit) => fits(unit, pet));
  return family.every((guest) => {
    const room = roomOf(guest);
    const confined = family.filter((other) => roomOf(other).every((unit) => room.includes(unit)));
    return confined.length <= room.length * share;
  });
}

function poolsAndQuotasFit(
  { quotas = [], ...rules }: BookingRules,
  taken: Occupancy,
  guests: readonly Guest[],
  cells: readonly number[],
  days: readonly number[],
): boolean {
  const hasPlaces = resourcesOf({ ...rules }, 'pool').every(({ id, capacity = 1 }) =>
    cells.every((cell) => countTaken(taken, `pool:${id}`, cell) + guests.length <= capacity),
  );
  const fits = ({ id, limit, kind }: QuotaRules): boolean =>
    (kind === 'load' ? days : days.slice(0, 1)).every(
      (day) => countTaken(taken, `quota:${id}:all`, day) + guests.length <= limit,
    );
  return hasPlaces && quotas.every(fits);
}

interface Arrival {
  start: number;
  /** Nights or half-days. */
  cells: number[];
  /** On which the pets are there, for some hours at least. */
  days: number[];
}

/** Every step within the arrival hours of the asked days. */
function arrivals(rules: BookingRules, query: SearchQuery): Arrival[] {
  const wall = wallOf(rules.time_zone);
  const { daycare, boarding, step_min = 15 } = rules.services.find(({ id }) => id === query.service_id)!;
  const doors = daycare ? [daycare.morning.arrival, daycare.afternoon.arrival] : boarding!.arrivals.weekly[0]!.windows;
  const hours = doors.map(({ from, to }) => [Number(from.slice(0, 2)) * 60, Number(to.slice(0, 2)) * 60] as const);
  const [first, last] = [query.from, query.to].map((date) => Date.parse(date) / 86_400_000) as [number, number];
  return range((first - 1) * 288, (last + 2) * 288).flatMap((cell) => {
    const [day, minute] = [Math.floor(wall(cell) / DAY), wall(cell) % DAY];
    if (day < first || day > last || minute % step_min !== 0) return [];
    if (!hours.some(([from, to]) => minute >= from && minute < to)) return [];
    const own = daycare ? Math.floor(wall(cell) / (DAY / 2)) : day;
    return [
      {
        start: cell * CELL_MS,
        cells: range(own, own + (daycare ? 1 : query.nights!)),
        days: range(day, day + (daycare ? 1 : query.nights! + 1)),
      },
    ];
  });
}
