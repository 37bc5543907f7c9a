import { Types } from 'mongoose';
import type { BookableService } from '../../../booking/catalog/index.js';
import { priceRange, PriceWords } from './price-words.js';

const row = {
  species: null,
  size: 'large',
  coat: null,
  breed: null,
  minutes: null,
  minutes_delta: null,
  refuse: false,
};
const service = (fields: object): BookableService =>
  ({ price: 8_000, pet_matrix: [], staff_overrides: [], staff_ids: [], ...fields }) as unknown as BookableService;
const ANA = new Types.ObjectId();
const own = (price: number | null) => [{ staff_id: ANA.toHexString(), duration_min: null, price }];

describe('priceRange', () => {
  it.each([
    ['one price', {}, [8_000, 8_000]],
    ['no price', { price: null }, null],
    ['a row with a price', { pet_matrix: [{ ...row, price: 12_000, price_delta: null }] }, [8_000, 12_000]],
    ['a row that adds', { pet_matrix: [{ ...row, price: null, price_delta: -2_000 }] }, [6_000, 8_000]],
    ['a row with minutes only', { pet_matrix: [{ ...row, price: null, price_delta: null }] }, [8_000, 8_000]],
    ['pets that are refused', { pet_matrix: [{ ...row, price: 1, price_delta: null, refuse: true }] }, [8_000, 8_000]],
    ['a person with an own price', { staff_overrides: own(10_000) }, [8_000, 10_000]],
    ['a person who does not do it', { staff_overrides: own(1), staff_ids: [new Types.ObjectId()] }, [8_000, 8_000]],
    ['rows alone', { price: null, pet_matrix: [{ ...row, price: 500, price_delta: null }] }, [500, 500]],
    ['nothing below zero', { pet_matrix: [{ ...row, price: null, price_delta: -9_000 }] }, [0, 8_000]],
  ])('knows %s', (_name, fields, expected) => {
    const range = priceRange(service(fields));
    expect(range && [range.least, range.most]).toEqual(expected);
  });
});

describe('PriceWords', () => {
  const plain = (text: string | null): string | null => text && text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

  it.each([
    ['BRL', 'pt-BR', 8_000, 'R$ 80,00'],
    ['USD', 'en', 8_000, '$80.00'],
    ['CLP', 'en', 8_000, 'CLP 8,000'],
    ['BRL', 'pt-BR', 0, 'Grátis'],
    ['USD', 'en', 0, 'Free of charge'],
  ])('say %s in %s: %d', (currency, locale, amount, text) =>
    expect(plain(new PriceWords(currency, locale).amount(amount))).toBe(text),
  );

  it('say a range, and boarding for one night', () => {
    const words = new PriceWords('USD', 'en');
    const [timed, boarding] = [{ kind: 'timed' as const }, { kind: 'boarding' as const }];
    expect(plain(words.ofService(timed, { least: 8_000, most: 12_000 }))).toBe('$80.00 – $120.00');
    expect(words.ofService(boarding, { least: 8_000, most: 8_000 })).toBe('$80.00 a night');
    expect(words.ofService(boarding, { least: 0, most: 0 })).toBe('Free of charge');
    expect(words.ofService(timed, null)).toBeNull();
  });

  it('say no fee where none is due', () => {
    const words = new PriceWords('USD', 'en');
    expect([words.fee(0), words.fee(4_000)]).toEqual([null, '$40.00']);
  });
});
