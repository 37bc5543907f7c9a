import { normalizePhone, phoneKey, phoneSearchWords } from './phone.js';

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

  it('has no words for what is no number', () => expect(phoneSearchWords('BR.1349')).toEqual([]));
});
