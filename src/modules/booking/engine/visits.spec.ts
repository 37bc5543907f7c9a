import {
  aGrid,
  aQuery,
  aService,
  aStaff,
  at,
  cells,
  someRules,
  timesOf,
  weekdays,
} from '../../../../test/support/booking-engine/rules.js';
import {
  type BookingPlan,
  type BookingRules,
  explainRefusals,
  planFor,
  searchSlots,
  type SearchQuery,
} from './index.js';

const short = weekdays(['09:00', '11:00']);
const types: BookingRules['resource_types'] = [
  { id: 'tub', kind: 'unit', cell: '5min' },
  { id: 'table', kind: 'unit', cell: '15min' },
  { id: 'dryer', kind: 'pool', cell: '5min' },
];
const SMALL = { id: 'rex', weight_kg: 5 };
const LARGE = { id: 'bruno', weight_kg: 40 };

function planned(rules: BookingRules, time: string, query: Partial<SearchQuery> = {}): BookingPlan {
  const answer = planFor(aGrid(rules), aQuery(query), at(time));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.plan;
}

describe('a service of several segments', () => {
  const services = [
    aService({
      step_min: 30,
      segments: [
        { minutes: 30, requirements: [{ resource_type_id: 'tub' }] },
        { minutes: 30, staff: 'none', requirements: [{ resource_type_id: 'dryer' }] },
        { minutes: 30, gap_after_min: 0, requirements: [{ resource_type_id: 'table' }] },
      ],
    }),
  ];
  const resources = [
    { id: 'tub1', resource_type_id: 'tub' },
    { id: 'table1', resource_type_id: 'table', attributes: { max_kg: 10 } },
    { id: 'table2', resource_type_id: 'table' },
    { id: 'dryers', resource_type_id: 'dryer', capacity: 2 },
  ];
  const rules = someRules({ staff: [aStaff('ana', { schedule: short })], services, resource_types: types, resources });

  it('claims resources only while they are used, and frees the groomer in pauses', () => {
    const { legs, lines, ends_at } = planned(rules, '09:30', { pets: [SMALL] });
    const start = cells('09:30', '09:35').from;
    expect(ends_at).toEqual(at('11:00'));
    expect(legs).toEqual([
      { lane: 'staff:ana', capacity: 1, from: start, to: start + 6, quantity: 1 },
      { lane: 'staff:ana', capacity: 1, from: start + 12, to: start + 18, quantity: 1 },
      { lane: 'unit:tub1', capacity: 1, from: start, to: start + 6, quantity: 1 },
      { lane: 'unit:table1', capacity: 1, from: (start + 12) / 3, to: (start + 18) / 3, quantity: 1 },
      { lane: 'pool:dryers', capacity: 2, from: start + 6, to: start + 12, quantity: 1 },
    ]);
    expect(lines[0]?.segments.map(({ staff_id }) => staff_id)).toEqual(['ana', null, 'ana']);
    expect(lines[0]?.resource_ids).toEqual(['tub1', 'table1', 'dryers']);
  });

  it('sells the pause to another pet', () => {
    const { legs } = planned(rules, '09:00', { pets: [SMALL] });
    const taken = new Map(
      legs.map(({ lane }) => [
        lane,
        legs.filter((leg) => leg.lane === lane).map((leg) => ({ ...leg, count: leg.quantity })),
      ]),
    );
    const grid = aGrid(rules, taken);
    expect(timesOf(grid, aQuery())).toEqual(['09:30']);
  });

  it('assigns suitable tables and reports when none is free', () => {
    expect(planned(rules, '09:00', { pets: [LARGE] }).lines[0]?.resource_ids).toContain('table2');
    const small = { ...rules, resources: resources.filter(({ id }) => id !== 'table2') };
    expect(planFor(aGrid(small), aQuery({ pets: [LARGE] }), at('09:00'))).toEqual({
      ok: false,
      refusal: 'NO_RESOURCE',
    });
  });
});

describe('several pets', () => {
  const staff = [aStaff('ana', { schedule: short }), aStaff('bea', { schedule: short })];
  const rules = someRules({ staff, services: [aService({ step_min: 30 })] });
  const pets = [SMALL, LARGE];

  it('get separate leads and one plan in parallel', () => {
    const { lines, legs, ends_at, price } = planned(rules, '10:00', { pets });
    expect(new Set(lines.map(({ staff_id }) => staff_id))).toEqual(new Set(['ana', 'bea']));
    expect(lines.map(({ pet_id }) => pet_id)).toEqual(['rex', 'bruno']);
    expect([legs.length, ends_at, price]).toEqual([2, at('11:00'), 80]);
    expect(timesOf(aGrid({ ...rules, staff: [staff[0]!] }), aQuery({ pets }))).toEqual([]);
  });

  it('get the same lead in sequence', () => {
    const query = { pets, arrangement: 'sequence' as const };
    const { lines, legs } = planned(rules, '09:00', query);
    expect(lines.map(({ starts_at, staff_id }) => [starts_at, staff_id])).toEqual([
      [at('09:00'), 'ana'],
      [at('10:00'), 'ana'],
    ]);
    expect(legs).toHaveLength(1);
    expect(timesOf(aGrid(rules), aQuery(query))).toEqual(['09:00']);
  });

  it('begin one after another when staggered', () => {
    const { lines } = planned(rules, '09:30', { pets, arrangement: 'stagger', stagger_min: 30 });
    expect(lines.map(({ starts_at }) => starts_at)).toEqual([at('09:30'), at('10:00')]);
  });

  it.each([
    [7, {}],
    [1, { nights: 0 }],
  ])('are refused: %d with %j', (count, query) =>
    expect(() => searchSlots(aGrid(rules), aQuery({ ...query, pets: Array(count).fill(SMALL) as [] }))).toThrow(
      RangeError,
    ),
  );
});

describe('quotas', () => {
  const staff = [aStaff('ana', { schedule: short }), aStaff('bea', { schedule: short })];
  const large = { id: 'large', per: 'day', limit: 2, scope: 'staff', pets: { min_kg: 20 } } as const;
  const arrivals = { id: 'arrivals', per: '15min', limit: 1, scope: 'company' } as const;
  const rules = someRules({ staff, services: [aService({ step_min: 30 })] });
  const day = cells('00:00', '00:05').from / 288;

  it('a quota per groomer and day limits large dogs only', () => {
    const limited = { ...rules, quotas: [large] };
    const taken = new Map([['quota:large:ana', [{ from: day, to: day + 1, count: 2 }]]]);
    expect(searchSlots(aGrid(limited, taken), aQuery({ pets: [LARGE] })).slot(0).staff_ids).toEqual(['bea']);
    expect(searchSlots(aGrid(limited, taken), aQuery({ pets: [SMALL] })).slot(0).staff_ids).toEqual(['ana', 'bea']);
    expect(planned(limited, '09:00', { pets: [LARGE], staff_id: 'bea' }).legs).toContainEqual({
      lane: 'quota:large:bea',
      capacity: 2,
      from: day,
      to: day + 1,
      quantity: 1,
    });
  });

  it('a load quota counts a pet in every cell of its visit', () => {
    const load = { id: 'load', kind: 'load', per: '15min', limit: 1, scope: 'company' } as const;
    const limited = { ...rules, quotas: [load] };
    const { legs } = planned(limited, '09:00');
    const counted = legs.find(({ lane }) => lane === 'quota:load:all');
    expect(counted).toMatchObject({ capacity: 1, quantity: 1, from: cells('09:00', '09:05').from / 3 });
    expect(counted!.to - counted!.from).toBe(4);
    const taken = new Map([['quota:load:all', [{ ...counted!, count: 1 }]]]);
    expect(timesOf(aGrid(limited, taken), aQuery())).toEqual(['10:00']);
    const pets = [SMALL, LARGE];
    expect(planFor(aGrid(limited), aQuery({ pets }), at('09:00'))).toEqual({ ok: false, refusal: 'QUOTA_FULL' });
    expect(planned(limited, '09:00', { pets, arrangement: 'sequence' }).legs).toContainEqual({
      ...counted!,
      to: counted!.from + 8,
    });
  });

  it('an arrivals quota counts quarter-hours for the whole company', () => {
    const limited = { ...rules, quotas: [arrivals] };
    const pets = [SMALL, LARGE];
    expect(planFor(aGrid(limited), aQuery({ pets }), at('09:00'))).toEqual({ ok: false, refusal: 'QUOTA_FULL' });
    expect(timesOf(aGrid(limited), aQuery({ pets, arrangement: 'stagger', stagger_min: 15 }))).toEqual([
      '09:00',
      '09:30',
    ]);
  });
});

describe('the pet matrix', () => {
  const rules = someRules({
    sizes: [
      { name: 'small', max_kg: 10 },
      { name: 'large', max_kg: 90 },
    ],
    services: [
      aService({
        pet_matrix: [
          { size: 'large', minutes: 90, price: 70 },
          { breed: 'Poodle', minutes: 120 },
          { species: 'cat', accepted: false },
        ],
        accepts: { species: ['dog', 'cat'] },
        add_ons: [{ id: 'nails', minutes: 15, price: 9 }],
      }),
    ],
  });

  it.each([
    [{}, 60, 40],
    [{ weight_kg: 30 }, 90, 70],
    [{ weight_kg: 30, breed: 'poodle ' }, 120, 70],
    [{ size: 'Small', add_on_ids: ['nails'] }, 75, 49],
  ])('makes of %j %d minutes and %d', (pet, minutes, price) =>
    expect(planned(rules, '09:00', { pets: [pet] })).toMatchObject({ minutes, price }),
  );

  it.each([0, -30])('refuses a pet whose row gives %d minutes', (minutes) => {
    const grid = aGrid(someRules({ services: [aService({ pet_matrix: [{ size: 'small', minutes }] })] }));
    const query = aQuery({ pets: [{ size: 'small' }] });
    expect(planFor(grid, query, at('09:00'))).toEqual({ ok: false, refusal: 'NO_DURATION' });
    expect(new Set(explainRefusals(grid, query)[0]?.refused.map(({ rule }) => rule))).toEqual(new Set(['NO_DURATION']));
    expect(searchSlots(grid, query).starts).toHaveLength(0);
  });

  it('never makes a price below 0', () => {
    const services = [aService({ pet_matrix: [{ size: 'small', price: -10 }], add_ons: [{ id: 'nails', price: 9 }] })];
    const pets = [{ size: 'small', add_on_ids: ['nails'] }];
    expect(planned(someRules({ services }), '09:00', { pets }).price).toBe(9);
  });

  it('refuses a pet that leaves a segment without time', () => {
    const segments = [{ minutes: 5 }, { minutes: 25, staff: 'none' as const }];
    const grid = aGrid(someRules({ services: [aService({ segments, pet_matrix: [{ size: 'small', minutes: 3 }] })] }));
    expect(planFor(grid, aQuery({ pets: [{ size: 'small' }] }), at('09:00'))).toEqual({
      ok: false,
      refusal: 'NO_DURATION',
    });
  });

  it.each([{ species: 'cat' }, { species: 'Parrot' }])('refuses %j', (pet) => {
    const grid = aGrid(rules);
    const query = aQuery({ pets: [pet] });
    expect(planFor(grid, query, at('09:00'))).toEqual({ ok: false, refusal: 'PET_NOT_ACCEPTED' });
    expect(new Set(explainRefusals(grid, query)[0]?.refused.map(({ rule }) => rule))).toEqual(
      new Set(['PET_NOT_ACCEPTED']),
    );
    expect(searchSlots(grid, query).starts).toHaveLength(0);
  });
});
