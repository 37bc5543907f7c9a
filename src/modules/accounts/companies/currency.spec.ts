import { currencyOf, currencyOfCountry } from './currency.js';

describe('the currency of a company', () => {
  it.each([
    ['BR', 'BRL'],
    ['CL', 'CLP'],
    ['PT', 'EUR'],
    ['JP', 'JPY'],
    ['GB', 'GBP'],
  ])('is in the country %s by default %s', (country, currency) => {
    expect(currencyOfCountry(country)).toBe(currency);
  });

  it('is the US dollar while the country is not known', () => {
    expect(currencyOf({ currency: null })).toBe('USD');
  });
});
