import { byRank, fits, rangesOf, wallTimeOf } from './waitlist-ranking.js';

const asked = (day: string, more: object = {}) => ({
  created_at: new Date(`${day}T00:00:00Z`),
  is_vip: false,
  staff_id: null,
  ...more,
});

describe('the order of a waitlist', () => {
  it('sorts by age, with a head start for VIPs and for entries for one person', () => {
    const early = asked('2026-01-01');
    const late = asked('2026-01-03');
    const narrow = asked('2026-01-03T12:00:00Z'.slice(0, 10), { staff_id: 'ana' });
    const vip = asked('2026-01-07', { is_vip: true });
    const tooLate = asked('2026-01-20', { is_vip: true });
    expect([tooLate, late, narrow, early, vip].sort(byRank)).toEqual([vip, early, narrow, late, tooLate]);
  });
});

describe('a waitlist window', () => {
  const visit = (starts: string, minutes = 30) => ({
    starts_at: new Date(starts),
    ends_at: new Date(Date.parse(starts) + minutes * 60_000),
  });
  const days = { date_from: '2026-03-08', date_to: '2026-03-09' };

  it.each([
    ['on its first day, by the wall', days, '2026-03-08T05:00:00Z', true],
    ['the evening before', days, '2026-03-08T04:45:00Z', false],
    ['on its last day', days, '2026-03-10T03:30:00Z', true],
    ['the day after', days, '2026-03-10T04:00:00Z', false],
    ['in its hours, after the clocks changed', { ...days, from: '09:00', to: '10:00' }, '2026-03-08T13:30:00Z', true],
    ['that ends after its hours', { ...days, from: '09:00', to: '10:00' }, '2026-03-08T13:45:00Z', false],
    ['before its hours', { ...days, from: '09:00', to: '10:00' }, '2026-03-08T12:45:00Z', false],
  ])('judges a visit %s', (_, window, starts, expected) => {
    expect(fits(window, wallTimeOf(visit(starts), 'America/New_York'))).toBe(expected);
  });

  it('contains a whole stay; its hours limit the arrival', () => {
    const stay = (nights: number) => wallTimeOf(visit('2026-03-08T14:00:00Z', nights * 24 * 60), 'UTC');
    const arrivals = { ...days, from: '14:00', to: '15:00' };
    expect([1, 2].map((nights) => fits(arrivals, stay(nights), true))).toEqual([true, false]);
  });

  it('is searched with others in ranges of limited length', () => {
    const windows = [
      { date_from: '2026-01-20', date_to: '2026-01-22' },
      { date_from: '2026-01-01', date_to: '2026-01-05' },
      { date_from: '2026-01-04', date_to: '2026-01-12' },
    ];
    expect(rangesOf(windows, '2026-01-03', 5)).toEqual([
      { from: '2026-01-03', to: '2026-01-07' },
      { from: '2026-01-08', to: '2026-01-12' },
      { from: '2026-01-20', to: '2026-01-22' },
    ]);
  });
});
