import { Types } from 'mongoose';
import type { CatalogSnapshot } from '../../../booking/catalog/index.js';
import { openingFacts } from './opening-facts.js';

type Staff = CatalogSnapshot['staff'][number];
type Weekly = Staff['schedule']['weekly'];

const ANA = new Types.ObjectId();
const BIA = new Types.ObjectId();
/** A Monday, in São Paulo. */
const MONDAY = '2030-01-07';
const at = (local: string): Date => new Date(`${local}:00-03:00`);

const on = (weekdays: number[], from: string, to: string): Weekly =>
  weekdays.map((weekday) => ({ weekday, windows: [{ from, to }], week: null }));

function person(staff_id: Types.ObjectId, weekly: Weekly, fields: object = {}): Staff {
  const schedule = { staff_id, bookable: true, time_zone: null, week_a_starts: null, weekly, overrides: [], ...fields };
  return { full_name: 'Somebody', schedule: schedule as unknown as Staff['schedule'] };
}

function opening(fields: Partial<CatalogSnapshot>, now = at(`${MONDAY}T12:00`)) {
  const none = { staff: [], closures: [], time_off: [] };
  return openingFacts({ time_zone: 'America/Sao_Paulo', ...none, ...fields } as unknown as CatalogSnapshot, now);
}

const WEEKDAYS = [1, 2, 3, 4, 5];

describe('the opening hours of a turn', () => {
  it('are those of all people together', () => {
    const staff = [person(ANA, on(WEEKDAYS, '09:00', '14:00')), person(BIA, on([1, 6], '13:00', '18:00'))];
    const { week, special_days, is_open_now, opens_at } = opening({ staff });
    expect(week[1]).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(week[2]).toEqual([{ from: '09:00', to: '14:00' }]);
    expect([week[0], week[6]]).toEqual([[], [{ from: '13:00', to: '18:00' }]]);
    expect({ special_days, is_open_now, opens_at }).toEqual({ special_days: [], is_open_now: true, opens_at: null });
  });

  it('tell when a closed company opens', () => {
    const { is_open_now, opens_at } = opening(
      { staff: [person(ANA, on(WEEKDAYS, '09:00', '14:00'))] },
      at(`${MONDAY}T15:00`),
    );
    expect({ is_open_now, opens_at }).toEqual({ is_open_now: false, opens_at: at('2030-01-08T09:00').toISOString() });
  });

  it('name the days on which somebody is away, closed or works at other times', () => {
    const overrides = [{ date: '2030-01-10', windows: [{ from: '07:00', to: '08:00' }], kind: 'replace' }];
    const staff = [person(ANA, on(WEEKDAYS, '09:00', '18:00'), { overrides })];
    const closures = [{ starts_on: '2030-01-09', ends_on: '2030-01-09', from: null, to: null, scope: 'all' }];
    const time_off = [
      { staff_id: ANA, starts_at: at('2030-01-08T12:00'), ends_at: at('2030-01-08T13:00'), repeat: null },
    ];
    const { special_days } = opening({ staff, closures, time_off } as unknown as Partial<CatalogSnapshot>);
    expect(special_days).toEqual([
      {
        date: '2030-01-08',
        windows: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '18:00' },
        ],
      },
      { date: '2030-01-09', windows: [] },
      { date: '2030-01-10', windows: [{ from: '07:00', to: '08:00' }] },
    ]);
  });

  it('know nights and companies that never close', () => {
    const night = opening({ staff: [person(ANA, on([1], '20:00', '02:00'))] });
    expect([night.week[1], night.special_days]).toEqual([[{ from: '20:00', to: '02:00' }], []]);
    const always = opening({ staff: [person(ANA, on([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'))] });
    expect([always.week[0], always.special_days]).toEqual([[{ from: '00:00', to: '24:00' }], []]);
  });

  it('keep to the clock on the wall where clocks change', () => {
    const staff = [person(ANA, on([1, 2, 3, 4, 5, 6, 7], '09:00', '18:00'))];
    const clocks = { staff, time_zone: 'Europe/Lisbon' };
    expect(opening(clocks, new Date('2030-03-20T12:00:00Z')).special_days).toEqual([]);
  });

  it('are unknown where nobody can be booked', () => {
    const staff = [person(ANA, on(WEEKDAYS, '09:00', '18:00'), { bookable: false })];
    expect(opening({ staff })).toEqual({ is_open_now: false, opens_at: null, week: [], special_days: [] });
  });
});
