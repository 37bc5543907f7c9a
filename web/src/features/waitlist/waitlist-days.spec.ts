import { firstDateOf, waitlistGroups, windowWords } from './waitlist-days.ts';
import type { WaitlistRow } from './waitlist-queries.ts';

const TIME = { zone: 'America/Sao_Paulo', locale: 'en' };
const TODAY = '2026-03-02';

const entry = (date_from: string, date_to: string, fields: object = {}): WaitlistRow =>
  ({ _id: date_from, service_id: 'bath', windows: [{ date_from, date_to }], offer: null, ...fields }) as WaitlistRow;

const offered = entry('2026-03-02', '2026-03-09', { _id: 'offered', offer: { starts_at: '2026-03-05T02:30:00Z' } });

describe('firstDateOf', () => {
  it.each([
    ['today for a window that has begun', entry('2026-02-20', '2026-03-05'), TODAY],
    ['the first day of a window to come', entry('2026-03-07', '2026-03-08'), '2026-03-07'],
    ['the first day of a window that has passed', entry('2026-02-01', '2026-02-03'), '2026-02-01'],
    ['the local day of an offer', offered, '2026-03-04'],
  ])('is %s', (_, row, date) => expect(firstDateOf(row, TODAY, TIME)).toBe(date));
});

describe('waitlistGroups', () => {
  const rows = [entry('2026-03-04', '2026-03-04'), entry('2026-03-03', '2026-03-04', { service_id: 'cut' }), offered];

  it('sorts the days, and puts offers first within a day', () => {
    const ids = waitlistGroups(rows, {}, TODAY, TIME).map(({ date, rows: of }) => [date, of.map(({ _id }) => _id)]);
    expect(ids).toEqual([
      ['2026-03-03', ['2026-03-03']],
      ['2026-03-04', ['offered', '2026-03-04']],
    ]);
  });

  it('keeps what fits the day and the service', () => {
    expect(waitlistGroups(rows, { day: '2026-03-03' }, TODAY, TIME).flatMap((group) => group.rows)).toHaveLength(2);
    expect(waitlistGroups(rows, { service: 'cut' }, TODAY, TIME).flatMap((group) => group.rows)).toHaveLength(1);
  });
});

describe('windowWords', () => {
  it('says days, and hours where there are any', () => {
    expect(windowWords({ date_from: '2026-03-02', date_to: '2026-03-02' }, TIME)).toBe('Mar 2');
    expect(windowWords({ date_from: '2026-03-02', date_to: '2026-03-04', from: '09:00' }, TIME)).toBe(
      'Mar 2–Mar 4, 09:00–24:00',
    );
  });
});
