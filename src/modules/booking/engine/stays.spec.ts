import { aGrid, aQuery, at, MONDAY, someRules, timesOf } from '../../../../test/support/booking-engine/rules.js';
import { type BookingRules, planFor, searchSlots } from './index.js';
import { dayNumberOf } from './time/local-time.js';

const everyDay = (
  from: string,
  to: string,
): { weekly: { weekday: number; windows: { from: string; to: string }[] }[] } => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: [{ from, to }] })),
});
const MONDAY_NIGHT = dayNumberOf(MONDAY);
const LARGE = { weight_kg: 40 };

describe('boarding', () => {
  const rules: BookingRules = someRules({
    staff: [],
    resource_types: [
      { id: 'kennel', kind: 'unit', cell: 'night' },
      { id: 'yard', kind: 'pool', cell: 'night' },
    ],
    resources: [
      { id: 'k1', resource_type_id: 'kennel', attributes: { max_kg: 15 } },
      { id: 'k2', resource_type_id: 'kennel' },
      { id: 'y', resource_type_id: 'yard', capacity: 2 },
    ],
    services: [
      {
        id: 'board',
        kind: 'boarding',
        step_min: 60,
        price: 30,
        requirements: [{ resource_type_id: 'kennel' }, { resource_type_id: 'yard' }],
        boarding: { arrivals: everyDay('08:00', '10:00'), departures: everyDay('16:00', '18:00') },
      },
    ],
  });
  const query = aQuery({ service_id: 'board', nights: 3 });

  it('claims each night and ends with the last departure window', () => {
    const answer = planFor(aGrid(rules), { ...query, pets: [LARGE] }, at('09:00'));
    const nights = { from: MONDAY_NIGHT, to: MONDAY_NIGHT + 3, quantity: 1 };
    expect(answer).toMatchObject({
      ok: true,
      plan: { starts_at: at('09:00'), ends_at: at('18:00', '2026-03-05'), price: 90, staff_id: null },
    });
    expect(answer.ok && answer.plan.legs).toEqual([
      { lane: 'unit:k2', capacity: 1, ...nights },
      { lane: 'pool:y', capacity: 2, ...nights },
    ]);
  });

  it('uses one kennel for the whole stay', () => {
    const night = (offset: number): { from: number; to: number; count: number }[] => [
      { from: MONDAY_NIGHT + offset, to: MONDAY_NIGHT + offset + 1, count: 1 },
    ];
    const taken = new Map([
      ['unit:k1', night(0)],
      ['unit:k2', night(2)],
    ]);
    const grid = aGrid(rules, taken, '2026-03-03');
    expect(timesOf(grid, query)).toEqual([]);
    expect(planFor(grid, query, at('09:00'))).toEqual({ ok: false, refusal: 'RESOURCE_BUSY' });
    expect(timesOf(grid, { ...query, nights: 2 })).toEqual(['08:00', '09:00']);
    expect(timesOf(grid, { ...query, from: '2026-03-03', to: '2026-03-03' })).toEqual(['08:00', '09:00']);
  });

  it('accepts as many pets as there are suitable kennels', () => {
    expect(timesOf(aGrid(rules), { ...query, pets: [LARGE, { weight_kg: 3 }] })).toEqual(['08:00', '09:00']);
    expect(timesOf(aGrid(rules), { ...query, pets: [LARGE, LARGE] })).toEqual([]);
  });

  it('continues over closures that only forbid arrivals and departures', () => {
    const tuesday = { starts_at: at('00:00', '2026-03-03'), ends_at: at('00:00', '2026-03-04') };
    const shut = { starts_at: at('00:00', '2026-03-04'), ends_at: at('00:00', '2026-03-05') };
    const door = {
      ...rules,
      closures: [
        { ...tuesday, forbids: ['service', 'arrival', 'departure'] as const },
        { ...shut, forbids: ['arrival', 'departure'] as const },
      ],
    };
    const grid = aGrid(door, new Map(), '2026-03-04');
    const on = (date: string, nights: number): string[] => timesOf(grid, { ...query, from: date, to: date, nights });
    expect(on(MONDAY, 3)).toEqual(['08:00', '09:00']);
    expect(on(MONDAY, 2)).toEqual([]);
    expect(on('2026-03-03', 3)).toEqual([]);
    const closed = aGrid({ ...rules, closures: [shut] });
    expect(timesOf(closed, query)).toEqual([]);
    expect(planFor(closed, query, at('09:00'))).toEqual({ ok: false, refusal: 'CLOSED' });
  });

  it('is refused outside arrival times', () =>
    expect(planFor(aGrid(rules), query, at('12:00'))).toEqual({ ok: false, refusal: 'NOT_WORKING' }));

  it('uses local nights when clocks change', () => {
    const madrid = { ...rules, time_zone: 'Europe/Madrid' };
    const grid = aGrid(
      madrid,
      new Map([['pool:y', [{ from: dayNumberOf('2026-03-29'), to: dayNumberOf('2026-03-30'), count: 2 }]]]),
      '2026-03-31',
    );
    const arrivals = searchSlots(grid, { ...query, from: '2026-03-27', to: '2026-03-31', nights: 1 }).byDay();
    expect(arrivals.map(({ slots }) => slots.length)).toEqual([2, 2, 0, 2, 2]);
    expect(arrivals[1]?.slots[0]).toMatchObject({
      starts_at: at('07:00', '2026-03-28'),
      ends_at: at('16:00', '2026-03-29'),
    });
  });
});

describe('daycare', () => {
  const service = (length: 'half' | 'full'): BookingRules['services'][number] => ({
    id: length,
    kind: 'daycare',
    step_min: 60,
    price: 20,
    requirements: [{ resource_type_id: 'room' }],
    daycare: {
      length,
      weekdays: [1, 2, 3, 4, 5],
      morning: { arrival: { from: '08:00', to: '10:00' }, until: '12:30' },
      afternoon: { arrival: { from: '13:00', to: '14:00' }, until: '18:00' },
    },
  });
  const rules: BookingRules = someRules({
    staff: [],
    resource_types: [{ id: 'room', kind: 'pool', cell: 'half_day' }],
    resources: [{ id: 'play', resource_type_id: 'room', capacity: 3 }],
    services: [service('half'), service('full')],
  });
  const MORNING = MONDAY_NIGHT * 2;
  const morningFull = new Map([['pool:play', [{ from: MORNING, to: MORNING + 1, count: 2 }]]]);

  it('is sold by the half-day', () => {
    const half = aQuery({ service_id: 'half', pets: [{}, {}] });
    expect(timesOf(aGrid(rules), half)).toEqual(['08:00', '09:00', '13:00']);
    expect(timesOf(aGrid(rules, morningFull), half)).toEqual(['13:00']);
    const answer = planFor(aGrid(rules), half, at('13:00'));
    expect(answer.ok && [answer.plan.ends_at, answer.plan.price, answer.plan.legs]).toEqual([
      at('18:00'),
      40,
      [{ lane: 'pool:play', capacity: 3, from: MORNING + 1, to: MORNING + 2, quantity: 2 }],
    ]);
  });

  it('is sold by the whole day, from the morning on', () => {
    const full = aQuery({ service_id: 'full' });
    expect(timesOf(aGrid(rules), full)).toEqual(['08:00', '09:00']);
    const answer = planFor(aGrid(rules, morningFull), full, at('08:00'));
    expect(answer.ok && answer.plan.legs).toEqual([
      { lane: 'pool:play', capacity: 3, from: MORNING, to: MORNING + 2, quantity: 1 },
    ]);
  });

  it('never starts a whole day after noon', () => {
    const { daycare, ...rest } = service('full');
    const late = {
      ...rest,
      daycare: { ...daycare!, morning: { arrival: { from: '11:00', to: '14:00' }, until: '12:30' } },
    };
    expect(timesOf(aGrid({ ...rules, services: [late] }), aQuery({ service_id: 'full' }))).toEqual(['11:00']);
  });

  it('ends before a closure', () => {
    const closures = [{ starts_at: at('15:00'), ends_at: at('16:00') }];
    expect(timesOf(aGrid({ ...rules, closures }), aQuery({ service_id: 'half' }))).toEqual(['08:00', '09:00']);
    expect(timesOf(aGrid({ ...rules, closures }), aQuery({ service_id: 'full' }))).toEqual([]);
  });
});
