import { fractionDigits, moneyText, moneyWords, parseMoney } from './money.ts';

describe('amounts of money', () => {
  it('are shown in the digits of their currency', () => {
    expect([fractionDigits('BRL'), fractionDigits('CLP')]).toEqual([2, 0]);
    expect(moneyWords(9_000, 'USD', 'en')).toBe('$90.00');
    expect(moneyWords(9_000, 'CLP', 'en')).toBe('CLP\u00a09,000');
    expect([moneyText(120_050, 'BRL', 'en'), moneyText(120_050, 'BRL', 'pt-BR')]).toEqual(['1200.50', '1200,50']);
  });

  it.each([
    ['90', 9_000],
    ['90,5', 9_050],
    ['90.50', 9_050],
    ['1.200', 120_000],
    ['1.200,50', 120_050],
    ['1,200.50', 120_050],
    [' 1 200,50 ', 120_050],
    ['0', 0],
    ['90.505.1', undefined],
    ['R$ 90', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('are read from “%s”', (text, amount) => {
    expect(parseMoney(text, 'BRL')).toBe(amount);
  });

  it('have no part after the decimal sign in a currency without minor unit', () => {
    expect([parseMoney('9.000', 'CLP'), parseMoney('9,5', 'CLP')]).toEqual([9_000, undefined]);
  });

  it('may have three digits after the decimal sign', () => {
    expect(parseMoney(moneyText(1_500, 'KWD', 'en'), 'KWD')).toBe(1_500);
  });
});
