import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiError } from '#web/lib/api/api-error.ts';
import { contactFaults } from './contact-checks.ts';
import { NEW_PET } from './draft.ts';
import { errorWords } from './error-words.ts';
import { countdownWords, isOwnClock, minutesWords, offsetOf, placeOf, priceWords } from './formats.ts';
import { monthsBetween, weeksOf } from './month-grid.ts';
import { policyLines } from './policy-lines.ts';
import { sizeChoices } from './size-choices.ts';
import { titleOf } from './waitlist/wait-title.ts';
import { fill, type Language, languageOf, plural, type Words, wordOf } from './words.ts';

const wordsOf = (language: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../locales', language, 'book.json'), 'utf8')) as Words;
const [en, pt] = [wordsOf('en'), wordsOf('pt-BR')];
const english: Language = { words: en, locale: 'en' };
const portuguese: Language = { words: pt, locale: 'pt-BR' };
const policy = {
  free_cancel_hours: 24,
  free_reschedule_hours: 72,
  late_fee_percent: 50,
  max_reschedules: 2,
  no_show_fee_percent: 100,
};

describe('the words of the booking page', () => {
  it.each([
    [['de', 'pt-PT', 'en'], 'pt-BR'],
    [['en-GB', 'pt'], 'en'],
    [['fr'], 'en'],
  ])('are in the first language of %j that the page speaks', (languages, expected) => {
    expect(languageOf(languages)).toBe(expected);
  });

  it('fill places and choose plural forms', () => {
    expect(fill('{{a}} and {{b}}', { a: '$&' })).toBe('$& and {{b}}');
    expect(plural(en.time, { name: 'free', count: 1, locale: 'en' })).toBe('1 free time');
    expect(plural(pt.time, { name: 'free', count: 3, locale: 'pt-BR' })).toBe('3 horários livres');
    expect([wordOf(en.pets.known, 'Dog'), wordOf(en.pets.known, 'Llama')]).toEqual(['Dog', 'Llama']);
  });

  it('say the policy', () => {
    expect(policyLines(policy, english)).toEqual([
      'Cancel free of charge until 24 hours before the appointment. Later it costs 50% of the price.',
      'You can move it 2 times, free of charge until 3 days before the appointment. Later it costs 50% of the price.',
      'If you do not come, it costs 100% of the price.',
    ]);
    const kind = { ...policy, late_fee_percent: 0, no_show_fee_percent: 0, max_reschedules: 0 };
    expect(policyLines(kind, portuguese)).toEqual([
      'Cancele a qualquer momento antes do horário, sem custo.',
      'Não é possível remarcar online.',
    ]);
  });

  it('say errors with what to do', () => {
    const limited = new ApiError(429, 'RATE_LIMITED', 'x', undefined, undefined, 90_000);
    expect(errorWords(limited, english)).toBe('Too many requests. Try again in 2 min.');
    const gate = new ApiError(422, 'GATE_FAILED', 'x', undefined, { gates: [{ name: 'Rabies' }] });
    expect(errorWords(gate, english)).toContain('on that day: Rabies.');
    expect(errorWords(new ApiError(500, 'NEW_CODE', 'x'), english)).toBe(en.errors.UNKNOWN);
    expect(errorWords(new TypeError('x'), english)).toBe(en.broken);
  });

  it('say sizes in kilograms with a weight of that size', () => {
    const sizes = [
      { name: 'small', max_kg: 10 },
      { name: 'medium', max_kg: 25 },
      { name: 'large', max_kg: null },
    ];
    const choices = sizeChoices(sizes, portuguese);
    expect(choices.map(({ label, typicalKg }) => [label, typicalKg])).toEqual([
      ['até 10 kg', '5'],
      ['10 a 25 kg', '17,5'],
      ['mais de 25 kg', '26'],
    ]);
    expect(choices.map(({ holds }) => holds(10))).toEqual([true, false, false]);
  });
});

describe('formats', () => {
  it('show prices, lengths and countdowns', () => {
    expect([priceWords(null, 'BRL', english), priceWords(0, 'BRL', english)]).toEqual([
      'Price on request',
      'Free of charge',
    ]);
    expect(priceWords(9_000, 'USD', english)).toBe('$90.00');
    expect([minutesWords(90, 'en'), minutesWords(60, 'en'), minutesWords(45, 'en')]).toEqual([
      '1 hr 30 min',
      '1 hr',
      '45 min',
    ]);
    expect([countdownWords(61_000), countdownWords(-5)]).toEqual(['1:01', '0:00']);
  });

  it('compare the clocks of the company and the visitor at the time itself', () => {
    const winter = '2030-01-07T12:00:00Z';
    const summer = '2030-07-07T12:00:00Z';
    expect(isOwnClock(winter, 'Europe/London', 'Europe/Lisbon')).toBe(true);
    expect(isOwnClock(winter, 'Africa/Lagos', 'Europe/Paris')).toBe(true);
    expect(isOwnClock(summer, 'Africa/Lagos', 'Europe/Paris')).toBe(false);
    expect([placeOf('America/Sao_Paulo'), offsetOf(winter, 'America/Sao_Paulo', 'en')]).toEqual([
      'Sao Paulo',
      'GMT\u22123',
    ]);
  });

  it('lay out months in weeks from Monday on', () => {
    expect(monthsBetween('2030-01-30', '2030-03-01')).toEqual(['2030-01', '2030-02', '2030-03']);
    const weeks = weeksOf('2030-09');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2030-09-01']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it.each([
    ['booked', false, 'Booked'],
    ['booked', true, 'Request sent'],
    ['cancelled', false, 'This time is no longer booked for you'],
    ['offered', false, 'You are on the waitlist'],
    ['expired', false, 'The days you chose have passed'],
  ] as const)('title the page of a waitlist entry that is %s (a request: %s)', (state, is_pending, title) => {
    expect(titleOf({ state, is_pending }, en)).toBe(title);
  });
});

describe('contactFaults', () => {
  const contact = { full_name: 'Dora', email: 'dora@example.com', phone: '' };
  const named = (name: string) => ({ ...NEW_PET, name });

  it.each([
    [{ pets: [named('Toby')], contact }, {}],
    [{ pets: [named('Toby')], contact: { ...contact, email: '', phone: '+55 (11) 98888-7771' } }, {}],
    [{ pets: [named('Toby'), named('toby ')], contact }, { 'pet-1': 'sameNames' }],
    [
      { pets: [named(' ')], contact: { full_name: '', email: '', phone: '' } },
      { 'pet-0': 'required', full_name: 'required', email: 'required' },
    ],
    [
      { pets: [named('Toby')], contact: { ...contact, email: 'dora@', phone: '98888-7771' } },
      { email: 'emailWrong', phone: 'phoneWrong' },
    ],
  ] as const)('finds what is wrong in %j', (answers, faults) => {
    expect(contactFaults(answers as never)).toEqual(faults);
  });
});
