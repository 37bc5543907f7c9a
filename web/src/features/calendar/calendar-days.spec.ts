import { datesIn, instantsOf, rangeOf, stepDay } from './calendar-days.ts';

describe('the days of a view', () => {
  it('begin on Monday in a week and on the day in boarding, and fill whole weeks in a month', () => {
    expect(rangeOf('staff', '2026-03-04')).toEqual({ from: '2026-03-04', to: '2026-03-04' });
    expect(rangeOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(rangeOf('boarding', '2026-03-04')).toEqual({ from: '2026-03-04', to: '2026-03-17' });
    expect(rangeOf('boarding', '2026-03-04', 4).to).toBe('2026-03-31');
    expect(rangeOf('month', '2026-02-11')).toEqual({ from: '2026-01-26', to: '2026-03-01' });
  });

  it('follow one another without a gap', () => {
    expect(stepDay('staff', '2026-02-28', 1)).toBe('2026-03-01');
    expect(stepDay('week', '2026-03-01', -1)).toBe('2026-02-22');
    expect([stepDay('month', '2026-01-31', 1), stepDay('month', '2026-01-31', -1)]).toEqual([
      '2026-02-01',
      '2025-12-01',
    ]);
    expect(datesIn({ from: '2026-02-27', to: '2026-03-02' })).toHaveLength(4);
  });

  it.each([
    ['Europe/Lisbon', '2026-03-29', 23],
    ['Europe/Lisbon', '2026-10-25', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Sao_Paulo', '2026-03-29', 24],
  ])('have in %s on %s %i hours', (zone, day, hours) => {
    const { start, end } = instantsOf({ from: day, to: day }, { zone, locale: 'en' });
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(hours);
  });
});
