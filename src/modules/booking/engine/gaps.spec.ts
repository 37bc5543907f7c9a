import fc from 'fast-check';
import { anySalon, plainSalon } from '../../../../test/support/booking-engine/arbitraries.js';
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
import { sized } from '../../../../test/support/sizes.js';
import { AvailabilityGrid, compileRules, planFor, searchSlots } from './index.js';

/** Known to contain hidden starts. */
const KNOWN_RUNS = { numRuns: sized(100, 300), seed: 20_260_304 };

/** One hour of work at half-hour steps, from nine to twelve. */
const rules = someRules({
  staff: [aStaff('ana', { schedule: weekdays(['09:00', '12:00']), least_gap_min: 60 })],
  services: [aService({ step_min: 30 })],
});
const taken = new Map([['staff:ana', [cells('12:00', '13:00')]]]);

describe('starts that leave a gap too short to sell', () => {
  it('are hidden from customers, but not from staff', () => {
    expect(timesOf(aGrid(rules, taken), aQuery())).toEqual(['09:00', '10:00', '11:00']);
    const all = ['09:00', '09:30', '10:00', '10:30', '11:00'];
    expect(timesOf(aGrid(rules, taken), aQuery({ channel: 'staff' }))).toEqual(all);
    expect(
      timesOf(aGrid({ ...rules, staff: [aStaff('ana', { schedule: weekdays(['09:00', '12:00']) })] }), aQuery()),
    ).toEqual(all);
  });

  it('are shown if they leave enough time, or none', () => {
    const half = { ...rules, staff: [{ ...rules.staff[0]!, least_gap_min: 30 }] };
    expect(timesOf(aGrid(half), aQuery())).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
    const before = new Map([['staff:ana', [cells('08:00', '09:30')]]]);
    expect(timesOf(aGrid(rules, before), aQuery())).toEqual(['09:30', '11:00']);
  });

  it('count buffers, but not time outside working hours', () => {
    const buffered = { ...rules, services: [aService({ step_min: 30, buffer_after_min: 30 })] };
    expect(timesOf(aGrid(buffered), aQuery())).toEqual(['09:00', '10:30', '11:00']);
  });

  it('are shown on a day without others', () => {
    const full = new Map([['staff:ana', [cells('09:00', '09:30'), cells('11:00', '12:00')]]]);
    expect(timesOf(aGrid(rules, full), aQuery())).toEqual(['09:30', '10:00']);
  });

  it('are shown for a colleague who can sell the gap, and stay bookable', () => {
    const zoe = aStaff('zoe', { schedule: weekdays(['09:30', '10:30']), least_gap_min: 60 });
    const grid = aGrid({ ...rules, staff: [...rules.staff, zoe] });
    const [, second] = searchSlots(grid, aQuery()).byDay()[0]!.slots;
    expect(second).toMatchObject({ starts_at: at('09:30'), staff_ids: ['zoe'] });
    expect(planFor(grid, aQuery({ staff_id: 'ana' }), at('09:30')).ok).toBe(true);
  });
});

it('are never the last ones hidden on a day', () => {
  let hidden = 0;
  const isSpared = fc.property(fc.oneof(anySalon, plainSalon), (salon) => {
    const query = { ...salon.query, channel: 'public' as const };
    const staff = salon.rules.staff.map((one) => ({ ...one, least_gap_min: 0 }));
    const offered = (grid: AvailabilityGrid): number[] => [...searchSlots(grid, query).starts];
    const all = offered(new AvailabilityGrid(compileRules({ ...salon.rules, staff }), query, salon.taken));
    const shown = offered(new AvailabilityGrid(compileRules(salon.rules), query, salon.taken));
    expect(all).toEqual(expect.arrayContaining(shown));
    expect(shown.length > 0).toBe(all.length > 0);
    hidden += all.length - shown.length;
  });
  fc.assert(isSpared, KNOWN_RUNS);
  expect(hidden).toBeGreaterThan(100);
});
