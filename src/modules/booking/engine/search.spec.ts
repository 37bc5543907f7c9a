import { AvailabilityGrid, compileRules, explainRefusals, planFor, searchSlots } from './index.js';
import {
  aGrid,
  aQuery,
  aService,
  aStaff,
  at,
  cells,
  MONDAY,
  someRules,
  timesOf,
  weekdays,
} from '../../../../test/support/booking-engine/rules.js';

describe('slots of a timed service', () => {
  it('are the steps with enough working time', () => {
    const [day] = searchSlots(aGrid(someRules()), aQuery()).byDay();
    expect(day?.date).toBe(MONDAY);
    expect(day?.slots).toHaveLength(8);
    expect(day?.slots[0]).toEqual({ starts_at: at('09:00'), ends_at: at('10:00'), staff_ids: ['ana'] });
    expect(day?.slots.at(-1)?.starts_at).toEqual(at('16:00'));
  });

  it('include days without slots', () => {
    const grid = aGrid(someRules(), new Map(), '2026-03-08');
    const days = searchSlots(grid, aQuery({ to: '2026-03-08' })).byDay();
    expect(days.map(({ slots }) => slots.length)).toEqual([8, 8, 8, 8, 8, 0, 0]);
  });

  it('leave out taken time with buffers, which may lie outside working hours', () => {
    const services = [aService({ buffer_before_min: 10, buffer_after_min: 5, step_min: 30 })];
    const taken = new Map([['staff:ana', [cells('11:00', '12:00')]]]);
    expect(timesOf(aGrid(someRules({ services }), taken), aQuery())).toEqual([
      '09:00',
      '09:30',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
    ]);
  });

  it('respect lead time and horizon by channel', () => {
    const services = [aService({ lead_time_min: 120, horizon_days: 1 })];
    const grid = aGrid(someRules({ services }), new Map(), '2026-03-04');
    const query = aQuery({ now: at('10:30'), to: '2026-03-04' });
    expect(timesOf(grid, query)).toHaveLength(4 + 8);
    expect(timesOf(grid, { ...query, channel: 'staff' })).toHaveLength(6 + 8 + 8);
  });

  it('apply several windows, A/B weeks and overrides', () => {
    const schedule = {
      week_a_date: MONDAY,
      weekly: [
        {
          weekday: 1,
          week: 'A' as const,
          windows: [
            { from: '09:00', to: '10:00' },
            { from: '14:00', to: '16:00' },
          ],
        },
        { weekday: 1, week: 'B' as const, windows: [{ from: '20:00', to: '21:00' }] },
        { weekday: 2, windows: [{ from: '08:00', to: '12:00' }] },
        { weekday: 3, windows: [{ from: '23:00', to: '02:00' }] },
      ],
      overrides: [
        { date: '2026-03-03', mode: 'remove' as const, windows: [{ from: '09:00', to: '11:00' }] },
        { date: '2026-03-03', mode: 'add' as const, windows: [{ from: '18:00', to: '19:00' }] },
        { date: '2026-03-16', windows: [] },
      ],
    };
    const grid = aGrid(someRules({ staff: [aStaff('ana', { schedule })] }), new Map(), '2026-03-16');
    const on = (date: string): string[] => timesOf(grid, aQuery({ from: date, to: date }));
    expect(on(MONDAY)).toEqual(['09:00', '14:00', '15:00']);
    expect(on('2026-03-09')).toEqual(['20:00']);
    expect(on('2026-03-03')).toEqual(['08:00', '11:00', '18:00']);
    expect(on('2026-03-04')).toEqual(['23:00']);
    expect(on('2026-03-05')).toEqual(['00:00', '01:00']);
    expect(on('2026-03-16')).toEqual([]);
  });

  it('respect the staff list and the requested person', () => {
    const staff = [aStaff('ana'), aStaff('bea'), aStaff('cleo')];
    const services = [aService({ staff_ids: ['ana', 'bea'] })];
    const grid = aGrid(someRules({ staff, services }));
    expect(searchSlots(grid, aQuery()).slot(0).staff_ids).toEqual(['ana', 'bea']);
    expect(searchSlots(grid, aQuery({ staff_id: 'bea' })).slot(0).staff_ids).toEqual(['bea']);
    expect(timesOf(grid, aQuery({ staff_id: 'cleo' }))).toEqual([]);
  });

  it('leave out closures and time off', () => {
    const closures = [
      { starts_at: at('09:30'), ends_at: at('10:00') },
      { starts_at: at('00:00', '2026-03-03'), ends_at: at('00:00', '2026-03-04') },
    ];
    const staff = [aStaff('ana', { time_off: [{ starts_at: at('15:59'), ends_at: at('23:00') }] })];
    const grid = aGrid(someRules({ closures, staff }), new Map(), '2026-03-03');
    expect(timesOf(grid, aQuery({ to: '2026-03-03' }))).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00']);
  });

  it('can exclude arrivals or departures only', () => {
    const closures = [
      { starts_at: at('10:00'), ends_at: at('10:05'), forbids: ['arrival' as const] },
      { starts_at: at('14:55'), ends_at: at('15:00'), forbids: ['departure' as const] },
    ];
    const grid = aGrid(someRules({ closures }));
    expect(timesOf(grid, aQuery())).toEqual(['09:00', '11:00', '12:00', '13:00', '15:00', '16:00']);
  });

  it('follow replaced ranges of one bookable', () => {
    const grid = aGrid(someRules({ staff: [aStaff('ana', { schedule: weekdays(['09:00', '11:00']) })] }));
    expect(timesOf(grid, aQuery())).toEqual(['09:00', '10:00']);
    grid.replaceTaken('staff:ana', [cells('09:30', '09:35')]);
    expect(timesOf(grid, aQuery())).toEqual(['10:00']);
    grid.replaceTaken('staff:ana', []);
    expect(timesOf(grid, aQuery())).toEqual(['09:00', '10:00']);
  });

  it('refuse days outside the grid and unknown services', () => {
    expect(() => searchSlots(aGrid(someRules()), aQuery({ to: '2026-03-03' }))).toThrow(RangeError);
    expect(() => searchSlots(aGrid(someRules()), aQuery({ service_id: 'none' }))).toThrow(
      'service none does not exist',
    );
  });
});

describe('the plan of a slot', () => {
  it('claims whole cells with buffers and returns staff, times and price', () => {
    const services = [aService({ duration_min: 47, buffer_after_min: 10, price: 1_990 })];
    const answer = planFor(aGrid(someRules({ services })), aQuery(), at('09:00'));
    const { from } = cells('09:00', '10:00');
    expect(answer).toMatchObject({
      ok: true,
      plan: { starts_at: at('09:00'), ends_at: at('09:47'), minutes: 47, price: 1_990, staff_id: 'ana' },
    });
    expect(answer.ok && answer.plan.legs).toEqual([
      { lane: 'staff:ana', capacity: 1, from, to: from + 12, quantity: 1 },
    ]);
  });

  it('chooses the least busy lead of the day', () => {
    const staff = [aStaff('ana'), aStaff('bea')];
    const taken = new Map([['staff:ana', [cells('15:00', '16:00')]]]);
    const answer = planFor(aGrid(someRules({ staff }), taken), aQuery(), at('09:00'));
    expect(answer.ok && answer.plan.staff_id).toBe('bea');
  });

  it.each([
    [{}, '09:30', 'STEP'],
    [{ now: at('09:01') }, '09:00', 'LEAD_TIME'],
    [{ now: at('09:00', '2025-12-01') }, '09:00', 'HORIZON'],
    [{}, '08:00', 'NOT_WORKING'],
    [{}, '12:00', 'STAFF_BUSY'],
    [{}, '13:00', 'TIME_OFF'],
    [{}, '15:00', 'CLOSED'],
    [{ staff_id: 'bea' }, '09:00', 'NO_STAFF'],
  ])('refuses with the first rule: %j at %s is %s', (query, time, rule) => {
    const rules = someRules({
      staff: [aStaff('ana', { time_off: [{ starts_at: at('13:00'), ends_at: at('14:00') }] })],
      closures: [{ starts_at: at('15:00'), ends_at: at('16:00') }],
    });
    const grid = aGrid(rules, new Map([['staff:ana', [cells('12:00', '13:00')]]]));
    expect(planFor(grid, aQuery(query), at(time))).toEqual({ ok: false, refusal: rule });
    const [day] = explainRefusals(grid, aQuery(query));
    if (rule !== 'STEP') expect(day?.refused).toContainEqual({ starts_at: at(time), rule });
  });
});

it('compileRules refuses contradictory rules', () => {
  expect(() => compileRules(someRules({ services: [aService({ duration_min: 0 })] }))).toThrow('has no duration');
  expect(() => new AvailabilityGrid(compileRules(someRules()), { from: '2026-02-30', to: MONDAY }, new Map())).toThrow(
    RangeError,
  );
});
