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

/** Known to meet starts that are hidden. */
const KNOWN_RUNS = { numRuns: sized(100, 300), seed: 20_260_304 };

/** An hour of work on the half-hour, from nine to twelve. */
const rules = someRules({
  staff: [aStaff('ana', { schedule: weekdays(['09:00', '12:00']), least_gap_min: 60 })],
  services: [aService({ step_min: 30 })],
});
const taken = new Map([['staff:ana', [cells('12:00', '13:00')]]]);

describe('a start that leaves a gap which nobody could book', () => {
  it('is not shown to customers, but to staff', () => {
    expect(timesOf(aGrid(rules, taken), aQuery())).toEqual(['09:00', '10:00', '11:00']);
    const all = ['09:00', '09:30', '10:00', '10:30', '11:00'];
    expect(timesOf(aGrid(rules, taken), aQuery({ channel: 'staff' }))).toEqual(all);
    expect(
      timesOf(aGrid({ ...rules, staff: [aStaff('ana', { schedule: weekdays(['09:00', '12:00']) })] }), aQuery()),
    ).toEqual(all);
  });

  it('is shown where it leaves enough, or nothing', () => {
    const half = { ...rules, staff: [{ ...rules.staff[0]!, least_gap_min: 30 }] };
    expect(timesOf(aGrid(half), aQuery())).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
    const before = new Map([['staff:ana', [cells('08:00', '09:30')]]]);
    expect(timesOf(aGrid(rules, before), aQuery())).toEqual(['09:30', '11:00']);
  });

  it('counts what its buffers take, not what lies beyond the working hours', () => {
    const buffered = { ...rules, services: [aService({ step_min: 30, buffer_after_min: 30 })] };
    expect(timesOf(aGrid(buffered), aQuery())).toEqual(['09:00', '10:30', '11:00']);
  });

  it('is shown when the day has no other', () => {
    const full = new Map([['staff:ana', [cells('09:00', '09:30'), cells('11:00', '12:00')]]]);
    expect(timesOf(aGrid(rules, full), aQuery())).toEqual(['09:30', '10:00']);
  });

  it('is shown for a colleague whom it suits, and can be had by whoever asks', () => {
    const zoe = aStaff('zoe', { schedule: weekdays(['09:30', '10:30']), least_gap_min: 60 });
    const grid = aGrid({ ...rules, staff: [...rules.staff, zoe] });
    const [, second] = searchSlots(grid, aQuery()).byDay()[0]!.slots;
    expect(second).toMatchObject({ starts_at: at('09:30'), staff_ids: ['zoe'] });
    expect(planFor(grid, aQuery({ staff_id: 'ana' }), at('09:30')).ok).toBe(true);
  });
});

it('hiding takes no day its last starts, and adds none', () => {
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
