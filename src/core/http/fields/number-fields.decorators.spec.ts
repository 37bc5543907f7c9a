import 'reflect-metadata';
import { validateSync } from 'class-validator';
import { MAX_PRICE, Money } from './number-fields.decorators.js';

class Priced {
  @Money()
  price: unknown;
}

const problemsOf = (price: unknown): string[] =>
  validateSync(Object.assign(new Priced(), { price })).flatMap(({ constraints }) => Object.values(constraints ?? {}));

describe('Money', () => {
  it.each([0, 1, 9_050, MAX_PRICE])('takes %d minor units', (price) => {
    expect(problemsOf(price)).toEqual([]);
  });

  it.each([90.5, 1e-7, '9050', null, Number.NaN])('refuses %j and says how to write it', (price) => {
    expect(problemsOf(price)).toContain('price must be a whole number in minor units: 9050 for 90.50');
  });

  it.each([-1, MAX_PRICE + 1])('refuses %d, which is beyond its limits', (price) => {
    expect(problemsOf(price)).toHaveLength(1);
  });
});
