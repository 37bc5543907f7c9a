import { Types } from 'mongoose';
import type { CatalogSnapshot } from '../../../booking/catalog/index.js';
import { isOpenAt, nextOpening } from './opening-hours.js';

type Staff = CatalogSnapshot['staff'][number];
type Schedule = Staff['schedule'];
type Closure = CatalogSnapshot['closures'][number];

const ANA = new Types.ObjectId();
const at = (local: string): Date => new Date(`${local}:00-03:00`);

/** Somebody who works on weekdays from nine to six, in São Paulo. */
function person(fields: Partial<Schedule> = {}): Staff {
  const windows = [{ from: '09:00', to: '18:00' }];
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, windows, week: null }));
  const schedule = { staff_id: ANA, bookable: true, time_zone: null, week_a_starts: null, weekly, overrides: [] };
  return { full_name: 'Ana', schedule: { ...schedule, ...fields } as unknown as Schedule };
}

function catalog(fields: Partial<CatalogSnapshot>): CatalogSnapshot {
  const none = { staff: [person()], closures: [], time_off: [] };
  return { time_zone: 'America/Sao_Paulo', ...none, ...fields } as unknown as CatalogSnapshot;
}

const closed = (fields: Partial<Closure>): Closure =>
  ({ starts_on: '2030-01-07', ends_on: '2030-01-07', from: null, to: null, scope: 'all', ...fields }) as Closure;

describe('isOpenAt', () => {
  it.each([
    ['2030-01-07T08:59', false],
    ['2030-01-07T09:00', true],
    ['2030-01-07T17:59', true],
    ['2030-01-07T18:00', false],
    ['2030-01-06T12:00', false],
  ])('knows that at %s it is %s', (time, isOpen) => expect(isOpenAt(catalog({}), at(time))).toBe(isOpen));

  it('needs a person who can be booked', () => {
    expect(isOpenAt(catalog({ staff: [] }), at('2030-01-07T12:00'))).toBe(false);
    expect(isOpenAt(catalog({ staff: [person({ bookable: false })] }), at('2030-01-07T12:00'))).toBe(false);
  });

  it('knows a shift that ends after midnight', () => {
    const night = person({ weekly: [{ weekday: 1, windows: [{ from: '20:00', to: '02:00' }] }] as Schedule['weekly'] });
    expect(isOpenAt(catalog({ staff: [night] }), at('2030-01-08T01:00'))).toBe(true);
    expect(isOpenAt(catalog({ staff: [night] }), at('2030-01-08T03:00'))).toBe(false);
  });

  it('is closed on a closure of the whole company, by day or by hours, and not on one of arrivals', () => {
    const noon = at('2030-01-07T12:00');
    expect(isOpenAt(catalog({ closures: [closed({})] }), noon)).toBe(false);
    expect(isOpenAt(catalog({ closures: [closed({ holiday: 'BR 2030-01-07' })] }), noon)).toBe(false);
    expect(isOpenAt(catalog({ closures: [closed({ scope: 'arrivals' })] }), noon)).toBe(true);
    const lunch = catalog({ closures: [closed({ from: '12:00', to: '13:00' })] });
    expect([isOpenAt(lunch, noon), isOpenAt(lunch, at('2030-01-07T13:00'))]).toEqual([false, true]);
  });

  it('is closed while the only person has time off', () => {
    const time = { starts_at: at('2030-01-07T10:00'), ends_at: at('2030-01-07T11:00'), repeat: null };
    const off = [{ staff_id: ANA, ...time }] as unknown as CatalogSnapshot['time_off'];
    const one = catalog({ time_off: off });
    expect([isOpenAt(one, at('2030-01-07T10:30')), isOpenAt(one, at('2030-01-07T11:00'))]).toEqual([false, true]);
    const two = catalog({ time_off: off, staff: [person(), person({ staff_id: new Types.ObjectId() })] });
    expect(isOpenAt(two, at('2030-01-07T10:30'))).toBe(true);
  });
});

describe('nextOpening', () => {
  it.each([
    ['2030-01-07T08:00', '2030-01-07T09:00'],
    ['2030-01-07T18:00', '2030-01-08T09:00'],
    ['2030-01-11T20:00', '2030-01-14T09:00'],
  ])('of %s is %s', (now, expected) => expect(nextOpening(catalog({}), at(now))).toEqual(at(expected)));

  it('is not told while the company is open, and where nobody has hours', () => {
    expect(nextOpening(catalog({}), at('2030-01-07T12:00'))).toBeNull();
    expect(nextOpening(catalog({ staff: [] }), at('2030-01-07T20:00'))).toBeNull();
    expect(nextOpening(catalog({ staff: [person({ weekly: [] })] }), at('2030-01-07T20:00'))).toBeNull();
  });

  it('is the end of a closure in the middle of the day, and of time off', () => {
    const lunch = catalog({ closures: [closed({ from: '12:00', to: '13:00' })] });
    expect(nextOpening(lunch, at('2030-01-07T12:10'))).toEqual(at('2030-01-07T13:00'));
    const holiday = catalog({ closures: [closed({})] });
    expect(nextOpening(holiday, at('2030-01-07T08:00'))).toEqual(at('2030-01-08T09:00'));
    const time = { starts_at: at('2030-01-07T10:00'), ends_at: at('2030-01-07T11:00'), repeat: null };
    const off = [{ staff_id: ANA, ...time }] as unknown as CatalogSnapshot['time_off'];
    expect(nextOpening(catalog({ time_off: off }), at('2030-01-07T10:30'))).toEqual(at('2030-01-07T11:00'));
  });

  it('is not told if the company is closed for more than two weeks', () => {
    const long = catalog({ closures: [closed({ ends_on: '2030-01-31' })] });
    expect(nextOpening(long, at('2030-01-07T12:00'))).toBeNull();
  });
});
