import { currencyExponent, toMinorUnits } from './currency.js';

describe('currencies', () => {
  it.each([
    ['BRL', 2, 9050],
    ['CLP', 0, 91],
    ['JPY', 0, 91],
    ['KWD', 3, 90_500],
  ])('gives %s %d decimals', (currency, exponent, minorUnits) => {
    expect(currencyExponent(currency)).toBe(exponent);
    expect(toMinorUnits(90.5, currency)).toBe(minorUnits);
  });

  it('rounds what binary fractions cannot hold', () => {
    expect(toMinorUnits(1.1, 'EUR')).toBe(110);
    expect(toMinorUnits(19.99, 'USD')).toBe(1_999);
  });
});
