import { normalizePhone, phoneKey, phoneSearchWords, withCountry } from './phone.js';

describe('normalizePhone', () => {
  it.each([
    ['+55 (11) 98888-7777', '+5511988887777'],
    ['0055 11 98888 7777', '+5511988887777'],
    ['5511988887777', '+5511988887777'],
    ['(11) 98888-7777', '11988887777'],
    ['+1 415 555 0100', '+14155550100'],
  ])('%s -> %s', (raw, normalized) => expect(normalizePhone(raw)).toBe(normalized));

  it.each(['', '12', 'call me', '1234567890123456', 'BR.13491208655302', 'US.ENT.5511988887777'])('refuses %s', (raw) =>
    expect(normalizePhone(raw)).toBeNull(),
  );
});

describe('normalizePhone with the country of the company', () => {
  it.each([
    ['(11) 98888-7777', 'BR', '+5511988887777'],
    ['011 98888-7777', 'BR', '+5511988887777'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0151 23456789', 'DE', '+4915123456789'],
    ['+1 415 555 0100', 'BR', '+14155550100'],
    ['98888-7777', null, '988887777'],
    ['(11) 98888-7777', 'XX', '11988887777'],
  ])('%s in %s -> %s', (raw, country, normalized) => expect(normalizePhone(raw, country)).toBe(normalized));

  it('adds the country for people to read, where there is none', () => {
    expect(withCountry('(11) 98888-7777', 'BR')).toBe('+55 11 98888 7777');
    expect(withCountry('+351 919 888 777', 'BR')).toBe('+351 919 888 777');
    expect(withCountry('call me', 'BR')).toBe('call me');
  });
});

describe('phoneKey', () => {
  it('is the same for a Brazilian mobile with and without the ninth digit', () => {
    expect(phoneKey('+55 11 98888-7777')).toBe('551188887777');
    expect(phoneKey('551188887777')).toBe('551188887777');
  });

  it('keeps the nines of other countries and of shorter numbers', () => {
    expect(phoneKey('+351 919 888 777')).toBe('351919888777');
    expect(phoneKey('+49 911 988887777')).toBe('49911988887777');
  });
});

describe('phoneSearchWords', () => {
  it('finds a Brazilian number by its local part', () => {
    expect(phoneSearchWords('+55 11 98888-7777')).toEqual(['5511988887777', '11988887777', '988887777']);
  });

  it('finds a number of another country without the country', () => {
    expect(phoneSearchWords('+44 20 7946 0958')).toEqual(['442079460958', '2079460958']);
  });

  it('has no words for what is no number', () => expect(phoneSearchWords('BR.1349')).toEqual([]));
});
