/** Random salons, small enough to be searched by brute force, and what is asked of them. */
import fc from 'fast-check';
import type { BookingRules, PetRequest, SearchQuery, TakenRange } from '../../../src/modules/booking/engine/index.js';
import type {
  ClosureRules,
  DateOverride,
  QuotaRules,
  ResourceTypeRules,
  ScheduleRules,
  ServiceRules,
  StaffRules,
} from '../../../src/modules/booking/engine/index.js';

/** A date each, with the zone whose clock changes then; the first is quiet. */
export const PLACES = [
  { zone: 'UTC', date: '2026-03-03' },
  { zone: 'America/New_York', date: '2026-03-08' },
  { zone: 'America/New_York', date: '2026-11-01' },
  { zone: 'Australia/Lord_Howe', date: '2026-04-05' },
  { zone: 'Africa/Casablanca', date: '2026-02-15' },
] as const;

const DAY_MS = 86_400_000;
const CELL_MS = 300_000;
const QUARTER_MS = 900_000;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const window = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 2, max: 20 }))
  .map(([from, halves]) => ({ from: clock(from * 30), to: clock(from * 30 + halves * 30) }));

const schedule = (date: string): fc.Arbitrary<ScheduleRules> =>
  fc.record({
    week_a_date: fc.constant('2026-02-25'),
    weekly: fc.array(
      fc.record(
        {
          weekday: fc.integer({ min: 1, max: 7 }),
          windows: fc.array(window, { minLength: 1, maxLength: 2 }),
          week: fc.constantFrom('A' as const, 'B' as const),
        },
        { requiredKeys: ['weekday', 'windows'] },
      ),
      { minLength: 3, maxLength: 9 },
    ),
    overrides: fc.array(
      fc.record({
        date: fc.constant(date),
        windows: fc.array(window, { maxLength: 2 }),
        mode: fc.constantFrom<DateOverride['mode'][]>('replace', 'add', 'remove'),
      }) as fc.Arbitrary<DateOverride>,
      { maxLength: 2 },
    ),
  });

const period = (date: string): fc.Arbitrary<{ starts_at: Date; ends_at: Date }> =>
  fc.tuple(fc.integer({ min: -60, max: 330 }), fc.integer({ min: 1, max: 40 })).map(([from, length]) => ({
    starts_at: new Date(Date.parse(date) + from * CELL_MS + 60_000),
    ends_at: new Date(Date.parse(date) + (from + length) * CELL_MS),
  }));

const requirements = fc.uniqueArray(
  fc.record({ resource_type_id: fc.constantFrom('table', 'tub', 'room'), quantity: fc.integer({ min: 1, max: 2 }) }),
  { maxLength: 2, selector: ({ resource_type_id }) => resource_type_id },
);

const segment = fc.record({
  minutes: fc.constantFrom(10, 20, 25, 33, 45),
  gap_after_min: fc.constantFrom(0, 0, 15),
  staff: fc.oneof(
    { weight: 4, arbitrary: fc.constant('lead' as const) },
    { weight: 1, arbitrary: fc.constant('none' as const) },
  ),
  requirements,
});

const service = (id: string): fc.Arbitrary<ServiceRules> =>
  fc
    .record({
      id: fc.constant(id),
      step_min: fc.constantFrom(15, 30, 40),
      buffer_before_min: fc.constantFrom(0, 0, 10),
      buffer_after_min: fc.constantFrom(0, 0, 5, 17),
      lead_time_min: fc.constantFrom(0, 90),
      horizon_days: fc.constantFrom(0, 60),
      // Of s1 and s2 there may be none: nobody can do the service then.
      staff_ids: fc.constantFrom([], [], [], ['s0'], ['s1', 's2']),
      requirements: fc.oneof(fc.constant([]), requirements),
      segments: fc.array(segment, { minLength: 1, maxLength: 3 }),
    })
    .map((rules) => ({ ...rules, segments: rules.segments }));

const staff = (date: string): fc.Arbitrary<StaffRules[]> =>
  fc
    .array(
      fc.record({
        id: fc.constant(''),
        schedule: schedule(date),
        time_off: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(period(date), { maxLength: 1 })),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: `s${index}` })));

const types: fc.Arbitrary<ResourceTypeRules[]> = fc
  .record({
    cell: fc.constantFrom('5min' as const, '15min' as const),
    kinds: fc.tuple(...['table', 'tub', 'room'].map(() => fc.constantFrom('unit' as const, 'pool' as const))),
    buffer: fc.constantFrom(0, 0, 5),
  })
  .map(({ cell, kinds, buffer }) => [
    { id: 'table', kind: kinds[0]!, cell, buffer_after_min: buffer },
    { id: 'tub', kind: kinds[1]!, cell: '5min' },
    { id: 'room', kind: kinds[2]!, cell },
  ]);

const resources = fc
  .array(
    fc.record({
      resource_type_id: fc.constantFrom('table', 'tub', 'room'),
      capacity: fc.integer({ min: 1, max: 3 }),
      attributes: fc.constantFrom({}, {}, { max_kg: 10 }, { min_kg: 10 }),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `r${index}` })));

const quota = fc.record(
  {
    per: fc.constantFrom<QuotaRules['per'][]>('5min', '15min', 'half_day', 'day'),
    limit: fc.integer({ min: 0, max: 3 }),
    scope: fc.constantFrom('staff' as const, 'company' as const),
    pets: fc.constantFrom({ min_kg: 10 }, { max_kg: 12 }),
    kind: fc.constantFrom('load' as const, 'arrivals' as const),
  },
  { requiredKeys: ['per', 'limit', 'scope'] },
);

const closure = (date: string): fc.Arbitrary<ClosureRules> =>
  fc
    .tuple(period(date), fc.subarray(['service' as const, 'arrival' as const, 'departure' as const], { minLength: 1 }))
    .map(([when, forbids]) => ({ ...when, forbids }));

export interface Salon {
  rules: BookingRules;
  taken: Map<string, TakenRange[]>;
  query: SearchQuery;
}

const someTaken = (date: string): fc.Arbitrary<{ from: number; to: number; count: number }[]> =>
  fc.array(
    fc.tuple(fc.integer({ min: -12, max: 300 }), fc.integer({ min: 1, max: 40 })).map(([from, length]) => ({
      from: Date.parse(date) / CELL_MS + from,
      to: Date.parse(date) / CELL_MS + from + length,
      count: 1,
    })),
    { maxLength: 4 },
  );

/** What is taken of resources and quotas, written in the cells of each bookable. */
function occupancyOf(rules: BookingRules, taken: readonly TakenRange[][]): Map<string, TakenRange[]> {
  const bookables = new Map<string, TakenRange[]>();
  let next = 0;
  const draw = (): TakenRange[] => taken[next++ % taken.length]!;
  for (const { id } of rules.staff) bookables.set(`staff:${id}`, draw());
  for (const { id, resource_type_id } of rules.resources ?? []) {
    const { kind, cell } = rules.resource_types!.find((type) => type.id === resource_type_id)!;
    const size = cell === '15min' ? QUARTER_MS / CELL_MS : 1;
    const own = draw().map(({ from, to, count }) => ({
      from: Math.floor(from / size),
      to: Math.ceil(to / size),
      count,
    }));
    bookables.set(`${kind}:${id}`, own);
  }
  for (const { id, scope, per } of rules.quotas ?? [])
    for (const key of scope === 'company' ? ['all'] : rules.staff.map((one) => one.id)) {
      const size = { '5min': 1, '15min': 3, half_day: 144, day: 288 }[per];
      const own = draw().slice(0, 2);
      bookables.set(
        `quota:${id}:${key}`,
        own.map(({ from, count }) => ({ from: Math.floor(from / size), to: Math.floor(from / size) + 1, count })),
      );
    }
  return bookables;
}

const pets: fc.Arbitrary<PetRequest[]> = fc.array(
  fc.record({ weight_kg: fc.constantFrom(5, 12, 30), service_id: fc.constantFrom('a', 'b') }, { requiredKeys: [] }),
  { minLength: 1, maxLength: 3 },
);

/** Everything at once: segments, units, pools, quotas, closures, several pets, clocks that change. */
export const anySalon: fc.Arbitrary<Salon> = fc.constantFrom(...PLACES).chain(({ zone, date }) =>
  fc
    .record({
      staff: staff(date),
      resource_types: types,
      resources,
      services: fc.tuple(service('a'), service('b')),
      quotas: fc.array(quota, { maxLength: 2 }),
      closures: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(closure(date), { maxLength: 2 })),
      taken: fc.array(someTaken(date), { minLength: 1, maxLength: 8 }),
      pets,
      arrangement: fc.constantFrom('parallel' as const, 'sequence' as const, 'stagger' as const),
      now: fc.constantFrom(-40, 0.3),
      staff_id: fc.option(fc.constant('s0'), { nil: undefined, freq: 4 }),
      isStaff: fc.boolean(),
      leastGaps: fc.array(fc.constantFrom(0, 42, 90, 200), { minLength: 1, maxLength: 3 }),
    })
    .map(({ taken, pets: asked, arrangement, now, staff_id, isStaff, quotas, leastGaps, ...rest }) => {
      const rules = {
        ...rest,
        staff: rest.staff.map((one, index) => ({ ...one, least_gap_min: leastGaps[index % leastGaps.length] })),
        time_zone: zone,
        quotas: quotas.map((rule, index) => ({ ...rule, id: `q${index}` })),
      } as BookingRules;
      const query: SearchQuery = {
        service_id: 'a',
        channel: isStaff ? 'staff' : 'public',
        now: new Date(Date.parse(date) + now * DAY_MS),
        from: date,
        to: date,
        pets: asked,
        arrangement,
        stagger_min: 20,
        ...(staff_id === undefined ? {} : { staff_id }),
      };
      return { rules, taken: occupancyOf(rules, taken), query };
    }),
);

/** What the interval sweep understands too. */
export const plainSalon: fc.Arbitrary<Salon> = fc
  .record({
    schedules: fc.array(schedule('2026-03-03'), { minLength: 1, maxLength: 4 }),
    types,
    resources,
    duration_min: fc.constantFrom(5, 20, 47, 60, 200, 400),
    buffers: fc.tuple(fc.constantFrom(0, 12), fc.constantFrom(0, 5, 10)),
    step_min: fc.constantFrom(5, 15, 60),
    lead_time_min: fc.constantFrom(0, 45, 600),
    needs: fc.subarray(['table', 'tub', 'room']),
    taken: fc.array(someTaken('2026-03-03'), { minLength: 1, maxLength: 8 }),
    least_gap_min: fc.constantFrom(0, 0, 25, 60, 100),
  })
  .map(({ schedules, least_gap_min, types: resource_types, resources: all, buffers, needs, taken, ...service_ }) => {
    const rules: BookingRules = {
      time_zone: 'UTC',
      staff: schedules.map(({ weekly }, index) => ({
        id: `s${index}`,
        schedule: { weekly: weekly.map(({ weekday, windows }) => ({ weekday, windows })) },
        least_gap_min,
      })),
      resource_types,
      resources: all.map(({ id, resource_type_id, capacity }) => ({ id, resource_type_id, capacity })),
      services: [
        {
          id: 'a',
          ...service_,
          buffer_before_min: buffers[0],
          buffer_after_min: buffers[1],
          requirements: needs.map((resource_type_id) => ({ resource_type_id })),
        },
      ],
    };
    const now = new Date('2026-03-02T20:00Z');
    const query: SearchQuery = { service_id: 'a', channel: 'public', now, from: '2026-03-03', to: '2026-03-04' };
    return { rules, taken: occupancyOf(rules, taken), query };
  });
