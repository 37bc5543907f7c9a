import type { Schedule } from '#web/features/staff-schedules/schedules-queries.ts';
import { answeredService, answerProblems, placesFor, type ServiceAnswers } from './presets.ts';
import { doorHours, sharedWeek, withWeek } from './shared-week.ts';

const DAY = [{ from: '08:00', to: '17:00' }];
const schedule = (staff_id: string, fields: object = {}): Schedule =>
  ({
    ...{ staff_id, time_zone: 'Europe/Lisbon', week_a_starts: null, bookable: true },
    weekly: [{ weekday: 2, windows: DAY, week: null }],
    overrides: [{ date: '2026-12-24', kind: 'replace', windows: [] }],
    ...fields,
  }) as unknown as Schedule;

describe('the hours in the guide', () => {
  it('are Monday to Friday for the user at first', () => {
    const { week, people } = sharedWeek([schedule('ana', { weekly: [] })], 'me');
    expect([week.map(({ length }) => length), people]).toEqual([[1, 1, 1, 1, 1, 0, 0], ['me']]);
  });

  it('are those of the first person, shared by all with the same hours', () => {
    const late = { weekly: [{ weekday: 2, windows: [{ from: '12:00', to: '20:00' }], week: null }] };
    const all = [schedule('off', { bookable: false }), schedule('ana'), schedule('bia', late), schedule('caio')];
    expect(sharedWeek(all, 'me')).toEqual({ week: [[], DAY, [], [], [], [], []], people: ['ana', 'caio'] });
  });

  it('replace the week of a person, and keep single days and the time zone', () => {
    const week = [DAY, [], [], [], [], [], []];
    expect(withWeek(schedule('ana', { bookable: false }), week)).toEqual({
      ...{ time_zone: 'Europe/Lisbon', week_a_starts: null, bookable: true },
      weekly: [{ weekday: 1, windows: DAY, week: null }],
      overrides: [{ date: '2026-12-24', kind: 'replace', windows: [] }],
    });
  });
});

describe('the first service of the guide', () => {
  const bath: ServiceAnswers = { preset: 'bath', name: ' Bath ', minutes: '45', price: '70', places: '', species: [] };

  it('has the answers of the user', () => {
    const expected = { name: 'Bath', kind: 'timed', duration_min: 45, price: 7_000 };
    expect(answeredService(bath, 'BRL', null)).toMatchObject(expected);
    expect([placesFor(bath, 'Places'), answerProblems(bath, 'BRL')]).toEqual([null, {}]);
  });

  it('needs places for a stay', () => {
    const hotel: ServiceAnswers = { ...bath, preset: 'boarding', minutes: '', price: '', places: '6' };
    expect(answerProblems(hotel, 'BRL')).toEqual({});
    expect(placesFor(hotel, 'Kennel')).toMatchObject({ name: 'Kennel', kind: 'pool', cell: 'night' });
    const door = doorHours([DAY, [], [{ from: '06:00', to: '12:00' }], [], [], [], []]);
    expect(answeredService(hotel, 'BRL', { placeTypeId: 'kennel', door })).toMatchObject({
      ...{ kind: 'boarding', price: null, requirements: [{ resource_type_id: 'kennel', quantity: 1 }] },
      ...{ weekdays: [1, 3], arrival: { from: '06:00', to: '17:00' }, pickup: { from: '06:00', to: '17:00' } },
    });
  });

  it('names what is missing', () => {
    const wrong = { ...bath, name: '', minutes: 'x', price: 'x' };
    expect(answerProblems(wrong, 'BRL')).toEqual({ name: 'name', minutes: 'minutes', price: 'amount' });
    expect(answerProblems({ ...bath, preset: 'daycare', places: '0' }, 'BRL')).toEqual({ places: 'places' });
  });
});
