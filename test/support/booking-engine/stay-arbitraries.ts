/** Random kennels, small enough that every way to fill them can be tried. */
import fc from 'fast-check';
import type {
  BookingRules,
  PetRequest,
  ResourceRules,
  SearchQuery,
  ServiceRules,
  TakenRange,
} from '../../../src/modules/booking/engine/index.js';
import { PLACES, type Salon } from './arbitraries.js';

const DAY_MS = 86_400_000;
const DAYS_ASKED = 3;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const everyDay = (
  from: string,
  to: string,
): { weekly: { weekday: number; windows: { from: string; to: string }[] }[] } => ({
  weekly: EVERY_DAY.map((weekday) => ({ weekday, windows: [{ from, to }] })),
});

const CELLS_A_DAY = { boarding: 1, daycare: 2 };
type StayKind = keyof typeof CELLS_A_DAY;

const serviceOf = (id: string, kind: StayKind, share: number, usesYard: boolean): ServiceRules => ({
  id,
  kind,
  share,
  step_min: 60,
  requirements: [{ resource_type_id: 'kennel' }, ...(usesYard ? [{ resource_type_id: 'yard' }] : [])],
  ...(kind === 'boarding'
    ? { boarding: { arrivals: everyDay('08:00', '10:00'), departures: everyDay('16:00', '18:00') } }
    : {
        daycare: {
          length: 'half' as const,
          weekdays: EVERY_DAY,
          morning: { arrival: { from: '08:00', to: '10:00' }, until: '12:00' },
          afternoon: { arrival: { from: '13:00', to: '15:00' }, until: '18:00' },
        },
      }),
});

const units: fc.Arbitrary<ResourceRules[]> = fc
  .array(fc.record({ max_kg: fc.constantFrom(10, 20, 40), species: fc.constant(['dog']) }, { requiredKeys: [] }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map((attributes, index) => ({ id: `k${index}`, resource_type_id: 'kennel', attributes })));

const guests: fc.Arbitrary<PetRequest[]> = fc.array(
  fc.record(
    {
      weight_kg: fc.constantFrom(5, 12, 30),
      species: fc.constantFrom('dog', 'dog', 'dog', 'cat'),
      service_id: fc.constantFrom('a', 'a', 'b'),
    },
    { requiredKeys: [] },
  ),
  { minLength: 1, maxLength: 4 },
);

const someTaken = fc.array(
  fc.record({ from: fc.integer({ min: -1, max: 6 }), length: fc.integer({ min: 1, max: 2 }) }),
  { maxLength: 1 },
);

/** Siblings that may share, units of some weights and species, a yard that counts every pet, and at times a quota. */
export const anyKennels: fc.Arbitrary<Salon> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    kind: fc.constantFrom<StayKind[]>('boarding', 'boarding', 'daycare'),
    shares: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    units,
    yard: fc.integer({ min: 2, max: 6 }),
    usesYard: fc.boolean(),
    counts: fc.constantFrom('load' as const, 'arrivals' as const),
    limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 3 }),
    taken: fc.array(someTaken, { minLength: 3, maxLength: 6 }),
    pets: guests,
    nights: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ place: { zone, date }, kind, shares, units: kennels, yard, usesYard, limit, counts, taken, pets, nights }) => {
      const cell = kind === 'boarding' ? ('night' as const) : ('half_day' as const);
      const rules: BookingRules = {
        time_zone: zone,
        staff: [],
        resource_types: [
          { id: 'kennel', kind: 'unit', cell },
          { id: 'yard', kind: 'pool', cell },
        ],
        resources: [...kennels, ...(usesYard ? [{ id: 'y', resource_type_id: 'yard', capacity: yard }] : [])],
        services: [serviceOf('a', kind, shares[0], usesYard), serviceOf('b', kind, shares[1], usesYard)],
        quotas: limit === undefined ? [] : [{ id: 'q', kind: counts, per: 'day', limit, scope: 'company' }],
      };
      const day = Date.parse(date) / DAY_MS;
      const bookables = [...kennels.map(({ id }) => `unit:${id}`), 'pool:y'].map(
        (bookable, index): [string, TakenRange[]] => [
          bookable,
          taken[index % taken.length]!.map(({ from, length }) => {
            const first = day * CELLS_A_DAY[kind] + from;
            return { from: first, to: first + length, count: 1 };
          }),
        ],
      );
      const busyDays = taken[0]!.map(({ from, length }) => ({ from: day + from, to: day + from + length, count: 1 }));
      const query: SearchQuery = {
        service_id: pets[0]!.service_id ?? 'a',
        channel: 'public',
        now: new Date(Date.parse(date) - 3 * DAY_MS),
        from: date,
        to: new Date(Date.parse(date) + (DAYS_ASKED - 1) * DAY_MS).toISOString().slice(0, date.length),
        pets,
        nights,
      };
      return { rules, taken: new Map([...bookables, ['quota:q:all', busyDays]]), query };
    },
  );
