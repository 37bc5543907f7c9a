import { dateOf } from '../../engine/time/local-time.js';
import { easter, HOLIDAY_COUNTRIES, type HolidayCountry, holidaysOf } from './holidays.js';

describe('public holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('returns Easter of %d', (year, date) => expect(dateOf(easter(year))).toBe(date));

  const dates = (country: HolidayCountry, year: number): string[] =>
    holidaysOf(country, year).map(({ date }) => date.slice(5));

  it('returns those of Brazil', () => {
    expect(dates('BR', 2026)).toEqual([
      '01-01',
      '04-03',
      '04-21',
      '05-01',
      '09-07',
      '10-12',
      '11-02',
      '11-15',
      '11-20',
      '12-25',
    ]);
  });

  it('returns those of the United States', () => {
    expect(dates('US', 2026)).toEqual([
      '01-01',
      '01-19',
      '02-16',
      '05-25',
      '06-19',
      '07-04',
      '09-07',
      '10-12',
      '11-11',
      '11-26',
      '12-25',
    ]);
  });

  it('returns those of Portugal, also two on one day', () => {
    expect(dates('PT', 2026)).toEqual([
      '01-01',
      '04-03',
      '04-05',
      '04-25',
      '05-01',
      '06-04',
      '06-10',
      '08-15',
      '10-05',
      '11-01',
      '12-01',
      '12-08',
      '12-25',
    ]);
    expect(dates('PT', 2038)).toHaveLength(12);
  });

  it.each([
    // From GOV.UK.
    [2026, ['12-25', '12-26', '12-28']],
    [2027, ['12-25', '12-26', '12-27', '12-28']],
    [2028, ['12-25', '12-26']],
    [2032, ['12-25', '12-26', '12-27', '12-28']],
    [2033, ['12-25', '12-26', '12-27']],
  ])('returns those of England around Christmas %d', (year, christmas) => {
    expect(dates('GB', year).filter((date) => date.startsWith('12'))).toEqual(christmas);
  });

  it('returns those of England in spring and summer', () => {
    expect(dates('GB', 2026).slice(0, 6)).toEqual(['01-01', '04-03', '04-06', '05-04', '05-25', '08-31']);
    expect(dates('GB', 2028).slice(0, 2)).toEqual(['01-01', '01-03']);
  });

  it.each(HOLIDAY_COUNTRIES)('returns those of %s in order, in their year and one per day', (country) => {
    for (let year = 2024; year <= 2100; year++) {
      const found = holidaysOf(country, year).map(({ date }) => date);
      expect(found).toEqual([...new Set(found)].sort());
      expect(found.every((date) => date.startsWith(String(year)))).toBe(true);
    }
  });
});
