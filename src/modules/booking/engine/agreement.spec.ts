/** The engine agrees with two other implementations, and more resources never remove a start. */
import fc from 'fast-check';
import { anySalon, plainSalon, type Salon } from '../../../../test/support/booking-engine/arbitraries.js';
import { BruteForce, STAGES, type Stage } from '../../../../test/support/booking-engine/brute-force.js';
import { sweepIntervals } from '../../../../test/support/booking-engine/interval-sweep.js';
import { sized } from '../../../../test/support/sizes.js';
import {
  AvailabilityGrid,
  compileRules,
  explainRefusals,
  type LegRequest,
  planFor,
  searchSlots,
  type TakenRange,
} from './index.js';

const RUNS = { numRuns: sized(40, 150) };
/** Known to cover every rule with many offers; other seeds run beside it. */
const KNOWN_RUNS = { ...RUNS, seed: 20_260_301 };

type Offers = Map<number, string[]>;

const boardOf = ({ rules, taken, query }: Salon): AvailabilityGrid =>
  new AvailabilityGrid(compileRules(rules), query, taken);

function offersOf(grid: AvailabilityGrid, query: Salon['query']): Offers {
  const slots = searchSlots(grid, query)
    .byDay()
    .flatMap((day) => day.slots);
  return new Map(slots.map(({ starts_at, staff_ids }) => [starts_at.getTime(), staff_ids]));
}

const listed = (offers: Offers): string[] =>
  [...offers].map(([start, staff]) => `${new Date(start).toISOString()} ${[...staff].sort().join(' ')}`).sort();

describe('the engine', () => {
  it('agrees with intervals and brute force on plain services', () => {
    fc.assert(
      fc.property(plainSalon, (salon) => {
        const offered = listed(offersOf(boardOf(salon), salon.query));
        expect(offered).toEqual(listed(sweepIntervals(salon.rules, salon.taken, salon.query)));
        expect(offered).toEqual(listed(new BruteForce(salon.rules, salon.taken).search(salon.query)));
      }),
      RUNS,
    );
  });

  it('agrees with brute force on random salons', () => {
    let offers = 0;
    const agree = fc.property(anySalon, (salon) => {
      const found = offersOf(boardOf(salon), salon.query);
      offers += found.size;
      expect(listed(found)).toEqual(listed(new BruteForce(salon.rules, salon.taken).search(salon.query)));
    });
    fc.assert(agree, KNOWN_RUNS);
    // Salons without slots would prove nothing.
    expect(offers).toBeGreaterThan(100);
    fc.assert(agree, RUNS);
  });
});

/** Fails if a leg exceeds the capacity, like the claims. */
function claim(legs: readonly LegRequest[], taken: ReadonlyMap<string, readonly TakenRange[]>): void {
  const seen = new Set<string>();
  for (const { lane: bookable, capacity, from, to, quantity } of legs)
    for (let cell = from; cell < to; cell++) {
      expect(seen.has(`${bookable}|${cell}`)).toBe(false);
      seen.add(`${bookable}|${cell}`);
      const before = (taken.get(bookable) ?? []).filter((range) => range.from <= cell && cell < range.to);
      const count = before.reduce((sum, range) => sum + range.count, 0);
      expect(count + quantity).toBeLessThanOrEqual(capacity);
    }
}

describe('offered starts', () => {
  it('can be planned and claimed with each listed lead, and no others can', () => {
    fc.assert(
      fc.property(anySalon, fc.nat(), (salon, pick) => {
        const grid = boardOf(salon);
        const { query, taken } = salon;
        const offers = offersOf(grid, query);
        const starts = [...offers.keys()];
        for (const start of starts.filter((_, index) => index % 7 === pick % 7)) {
          for (const staff_id of offers.get(start)!.length > 0 ? offers.get(start)! : [undefined]) {
            const answer = planFor(grid, staff_id ? { ...query, staff_id } : query, new Date(start));
            if (!answer.ok) throw new Error(`${new Date(start).toISOString()} ${staff_id}: ${answer.refusal}`);
            claim(answer.plan.legs, taken);
            const claimsStaff = answer.plan.legs.some(({ lane: bookable }) => bookable.startsWith('staff:'));
            expect(claimsStaff).toBe(answer.plan.lines.some(({ segments }) => segments.some((part) => part.staff_id)));
            if (staff_id) expect(answer.plan.lines.map((line) => line.staff_id)).toContain(staff_id);
            expect(answer.plan.lines).toHaveLength(query.pets!.length);
          }
        }
        const refused = explainRefusals(grid, query).flatMap((day) => day.refused);
        const some = refused.filter((_, index) => index % 13 === pick % 13);
        for (const { starts_at, rule } of some)
          expect(planFor(grid, query, starts_at)).toEqual({ ok: false, refusal: rule });
      }),
      RUNS,
    );
  });

  it('and refused starts together are all steps, each with its first rule', () => {
    const stages = STAGES as readonly string[];
    const seen = new Set<string>();
    const isFirst = fc.property(anySalon, (salon) => {
      const grid = boardOf(salon);
      const { rules, taken, query } = salon;
      const offers = offersOf(grid, query);
      const refused = explainRefusals(grid, query).flatMap((day) => day.refused);
      for (const { starts_at } of refused) expect(offers.has(starts_at.getTime())).toBe(false);
      const brute = new BruteForce(rules, taken);
      const byStage = STAGES.map((stage) => brute.search(query, stage));
      for (const { starts_at, rule } of refused) {
        seen.add(rule);
        if (!stages.includes(rule)) continue;
        const index = STAGES.indexOf(rule as Stage);
        expect([rule, byStage[index]!.has(starts_at.getTime())]).toEqual([rule, false]);
        if (index > 0) expect([rule, byStage[index - 1]!.has(starts_at.getTime())]).toEqual([rule, true]);
      }
    });
    fc.assert(isFirst, KNOWN_RUNS);
    expect([...seen].sort()).toEqual([...STAGES, 'NO_RESOURCE', 'NO_STAFF'].sort());
    fc.assert(isFirst, RUNS);
  });
});

/** For staff, because taken time may close a gap that hid starts from customers. */
const forStaff = (salon: Salon): Salon => ({ ...salon, query: { ...salon.query, channel: 'staff' } });

describe('monotonicity', () => {
  it('never adds a slot with more taken time', () => {
    fc.assert(
      fc.property(anySalon.map(forStaff), fc.nat(), fc.integer({ min: 0, max: 250 }), (salon, bookable, from) => {
        const before = offersOf(boardOf(salon), salon.query);
        const names = [...salon.taken.keys()];
        const name = names[bookable % names.length]!;
        const start = Date.parse(salon.query.from) / 300_000 + from;
        const taken = new Map(salon.taken).set(name, [
          ...salon.taken.get(name)!,
          { from: start, to: start + 9, count: 1 },
        ]);
        for (const [at, staff] of offersOf(boardOf({ ...salon, taken }), salon.query))
          expect(before.get(at)).toEqual(expect.arrayContaining(staff));
      }),
      RUNS,
    );
  });

  it('never removes a start with more staff or units', () => {
    fc.assert(
      fc.property(anySalon.map(forStaff), fc.nat(), (salon, pick) => {
        const rules = { ...salon.rules, quotas: [] };
        const [staff, unit] = [
          rules.staff[pick % rules.staff.length]!,
          rules.resources![pick % rules.resources!.length]!,
        ];
        const more = {
          ...rules,
          staff: [...rules.staff, { ...staff, id: 'one more' }],
          resources: [...rules.resources!, { ...unit, id: 'one more' }],
        };
        const after = offersOf(boardOf({ ...salon, rules: more }), salon.query);
        for (const start of offersOf(boardOf({ ...salon, rules }), salon.query).keys())
          expect(after.has(start)).toBe(true);
      }),
      RUNS,
    );
  });
});
