import { countryOfTimeZone } from './country.js';

describe('countryOfTimeZone', () => {
  it.each([
    ['America/Sao_Paulo', 'BR'],
    ['America/Manaus', 'BR'],
    ['America/New_York', 'US'],
    ['US/Eastern', 'US'],
    ['America/Argentina/Buenos_Aires', 'AR'],
    ['Asia/Kolkata', 'IN'],
    ['Europe/Kyiv', 'UA'],
    ['Europe/Lisbon', 'PT'],
    ['UTC', null],
    ['Etc/GMT+3', null],
  ])('finds the country of %s: %s', (zone, country) => expect(countryOfTimeZone(zone)).toBe(country));
});
