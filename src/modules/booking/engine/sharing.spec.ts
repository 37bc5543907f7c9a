import fc from 'fast-check';
import {
  aGrid,
  aQuery,
  aService,
  at,
  MONDAY,
  someRules,
  timesOf,
} from '../../../../test/support/booking-engine/rules.js';
import { anyKennels } from '../../../../test/support/booking-engine/stay-arbitraries.js';
import { bruteStays, countedStays } from '../../../../test/support/booking-engine/stays-references.js';
import { sized } from '../../../../test/support/sizes.js';
import { AvailabilityGrid, type BookingPlan, type BookingRules, compileRules, planFor, searchSlots } from './index.js';
import { dayNumberOf } from './time/local-time.js';

const RUNS = { numRuns: sized(100, 300) };
/** Known to contain kennels where sharing decides. */
const KNOWN_RUNS = { numRuns: 300, seed: 20_260_302 };

const everyDay = (
  from: string,
  to: string,
): { weekly: { weekday: number; windows: { from: string; to: string }[] }[] } => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: [{ from, to }] })),
});
const REX = { id: 'rex', species: 'dog', weight_kg: 40 };
const ANI = { id: 'ani', species: 'dog', weight_kg: 5 };
const BOB = { id: 'bob', species: 'dog', weight_kg: 6 };
const TOM = { id: 'tom', species: 'cat', weight_kg: 4 };

const kennels = (share: number): BookingRules =>
  someRules({
    staff: [],
    resource_types: [
      { id: 'kennel', kind: 'unit', cell: 'night' },
      { id: 'yard', kind: 'pool', cell: 'night' },
    ],
    resources: [
      { id: 'small', resource_type_id: 'kennel', attributes: { max_kg: 10 } },
      { id: 'large', resource_type_id: 'kennel' },
      { id: 'y', resource_type_id: 'yard', capacity: 3 },
    ],
    services: [
      {
        id: 'board',
        kind: 'boarding',
        step_min: 60,
        price: 30,
        share,
        requirements: [{ resource_type_id: 'kennel' }, { resource_type_id: 'yard' }],
        add_ons: [{ id: 'den', requirements: [{ resource_type_id: 'kennel' }] }],
        boarding: { arrivals: everyDay('08:00', '09:00'), departures: everyDay('16:00', '18:00') },
      },
    ],
  });
const query = aQuery({ service_id: 'board', nights: 2 });

function planned(rules: BookingRules, pets: (typeof query)['pets'] & object): BookingPlan {
  const answer = planFor(aGrid(rules), { ...query, pets }, at('08:00'));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.plan;
}
const kennelsOf = ({ lines }: BookingPlan): string[] =>
  lines.map(({ resource_ids }) => resource_ids.filter((id) => id !== 'y').join('+'));

describe('siblings', () => {
  it('share a kennel that suits all, with price and pool for each', () => {
    const plan = planned(kennels(2), [ANI, REX]);
    const nights = { from: dayNumberOf(MONDAY), to: dayNumberOf(MONDAY) + 2 };
    expect(plan.legs).toEqual([
      { lane: 'unit:large', capacity: 1, quantity: 1, ...nights },
      { lane: 'pool:y', capacity: 3, quantity: 2, ...nights },
    ]);
    expect(kennelsOf(plan)).toEqual(['large', 'large']);
    expect([plan.price, ...plan.lines.map(({ price }) => price)]).toEqual([120, 60, 60]);
  });

  it('get separate kennels if the service has no sharing', () =>
    expect(kennelsOf(planned(kennels(1), [ANI, REX]))).toEqual(['small', 'large']));

  it('never exceed the limit of sharing', () => {
    expect(kennelsOf(planned(kennels(2), [ANI, REX, BOB]))).toEqual(['large', 'large', 'small']);
    expect(timesOf(aGrid(kennels(2)), { ...query, pets: [REX, REX, REX] })).toEqual([]);
    expect(kennelsOf(planned(kennels(3), [REX, REX, REX]))).toEqual(['large', 'large', 'large']);
  });

  it('count separately in pools', () => {
    const pets = [ANI, BOB, REX, REX];
    expect(timesOf(aGrid(kennels(4)), { ...query, pets })).toEqual([]);
    expect(planFor(aGrid(kennels(4)), { ...query, pets }, at('08:00'))).toEqual({
      ok: false,
      refusal: 'RESOURCE_BUSY',
    });
  });

  it('share only with the same species', () =>
    expect(kennelsOf(planned(kennels(2), [ANI, TOM]))).toEqual(['small', 'large']));

  it('do not share the resources of an add-on', () =>
    expect(timesOf(aGrid(kennels(2)), { ...query, pets: [ANI, { ...BOB, add_on_ids: ['den'] }] })).toEqual([]));

  it('never share a table', () =>
    expect(() => compileRules(someRules({ services: [aService({ share: 2 })] }))).toThrow(RangeError));
});

describe('stays', () => {
  it('agree with counting and brute force, with and without sharing', () => {
    let offers = 0;
    let thanksToSharing = 0;
    const agree = fc.property(anyKennels, ({ rules, taken, query: asked }) => {
      const found = [...searchSlots(new AvailabilityGrid(compileRules(rules), asked, taken), asked).starts].map(
        (m) => m * 60_000,
      );
      expect(found).toEqual(bruteStays(rules, taken, asked));
      expect(found).toEqual(countedStays(rules, taken, asked));
      const apart = { ...rules, services: rules.services.map((service) => ({ ...service, share: 1 })) };
      offers += found.length;
      thanksToSharing += found.length - bruteStays(apart, taken, asked).length;
    });
    fc.assert(agree, KNOWN_RUNS);
    expect(offers).toBeGreaterThan(100);
    expect(thanksToSharing).toBeGreaterThan(20);
    fc.assert(agree, RUNS);
  });

  it('can be planned as offered, with suitable kennels and the limit of sharing', () => {
    const isPlanned = fc.property(anyKennels, ({ rules, taken, query: asked }) => {
      const grid = new AvailabilityGrid(compileRules(rules), asked, taken);
      for (const start of searchSlots(grid, asked).starts) {
        const answer = planFor(grid, asked, new Date(start * 60_000));
        if (!answer.ok) throw new Error(answer.refusal);
        const { lines, legs } = answer.plan;
        for (const { lane: bookable, capacity, quantity, from, to } of legs)
          for (const busy of taken.get(bookable) ?? [])
            if (busy.from < to && busy.to > from) expect(quantity + busy.count).toBeLessThanOrEqual(capacity);
        const inside = Map.groupBy(lines, ({ resource_ids }) => resource_ids.find((id) => id !== 'y')!);
        expect(legs.filter(({ lane: bookable }) => bookable.startsWith('unit:'))).toHaveLength(inside.size);
        for (const [unit, sharing] of inside) {
          const { share = 1 } = rules.services.find(({ id }) => id === sharing[0]!.service_id)!;
          expect(sharing.length).toBeLessThanOrEqual(share);
          const { max_kg = Infinity } = rules.resources!.find(({ id }) => id === unit)!.attributes!;
          for (const line of sharing)
            expect(asked.pets![lines.indexOf(line)]!.weight_kg ?? 0).toBeLessThanOrEqual(max_kg);
        }
      }
    });
    fc.assert(isPlanned, RUNS);
  });
});
