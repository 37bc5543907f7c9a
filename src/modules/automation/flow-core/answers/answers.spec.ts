import type { Choice } from '../core.types.js';
import { type Asked, takeAnswer } from './answers.js';

/** A Sunday. */
const today = '2026-11-29';
const valueOf = (kind: Asked['kind'], text: string, locale = 'pt-BR', choices: Choice[] = []) =>
  takeAnswer({ kind, choices, today, locale }, { text })?.value ?? null;

it.each([
  ['3', 3],
  ['-2', -2],
  ['5.5', 5.5],
  ['5,5 kg', 5.5],
  ['about 12kg', 12],
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['1.234.567', 1234567],
  ['three', 3],
  ['duas', 2],
  ['cinco', 5],
  ['٣', 3],
  ['１２', 12],
  ['3.', 3],
  ['2 or 3', null],
  ['2-3', null],
  ['many', null],
  ['', null],
  ['1'.repeat(400), null],
])('the number “%s” is %s', (text, value) => {
  expect(valueOf('number', text)).toBe(value);
});

it.each([
  ['1,234', 1234],
  ['1.234', 1.234],
  ['1,234.5', 1234.5],
])('the number “%s” is %s in English', (text, value) => {
  expect(valueOf('number', text, 'en-US')).toBe(value);
});

it.each([
  ['2026-12-25', '2026-12-25'],
  ['on 2026-12-25 please', '2026-12-25'],
  ['2026-02-30', null],
  ['25/12/2026', '2026-12-25'],
  ['25/12', '2026-12-25'],
  ['5.1.', '2027-01-05'],
  ['1/2/27', '2027-02-01'],
  ['12/25/2026', '2026-12-25'],
  ['29/02', '2028-02-29'],
  ['31/04', null],
  ['32/1', null],
  ['today', '2026-11-29'],
  ['Tomorrow please', '2026-11-30'],
  ['the day after tomorrow', '2026-12-01'],
  ['hoje', '2026-11-29'],
  ['amanhã', '2026-11-30'],
  ['depois de amanhã', '2026-12-01'],
  ['hoy', '2026-11-29'],
  ['mañana', '2026-11-30'],
  ['pasado mañana', '2026-12-01'],
  ['ayer', '2026-11-28'],
  ['next friday', '2026-12-04'],
  ['sexta-feira', '2026-12-04'],
  ['el miércoles', '2026-12-02'],
  ['domingo', '2026-12-06'],
  ['3 March', '2027-03-03'],
  ['March 3rd, 2028', '2028-03-03'],
  ['5 de maio de 2027', '2027-05-05'],
  ['24 de diciembre', '2026-12-24'],
  ['soon', null],
  ['10', null],
  ['', null],
])('the date “%s” is %s', (text, value) => {
  expect(valueOf('date', text)).toBe(value);
});

it.each([
  ['+55 (11) 99999-0000', '+5511999990000'],
  ['0055 11 99999 0000', '+5511999990000'],
  ['11 99999-0000', '11999990000'],
  ['my number is 555.123.4567, thanks', '5551234567'],
  ['12345', null],
  ['+1 555 123 4567 or +1 555 123 4568', null],
  ['1'.repeat(16), null],
  ['call me', null],
])('the phone “%s” is %s', (text, value) => {
  expect(valueOf('phone', text)).toBe(value);
});

it.each([
  ['  Rex \u0000', 'Rex'],
  ['   ', null],
])('the text %j is %j', (text, value) => {
  expect(valueOf('text', text)).toBe(value);
});

describe('a choice', () => {
  const choices = ['Bath', 'Bath and cut', 'Nail trim', 'Não sei', '10:30'].map((label, index): Choice => ({
    label,
    value: label,
    outlet: `choice-${index + 1}`,
  }));

  it.each([
    ['BATH', 'Bath'],
    ['bath, please', 'Bath'],
    ['bath and cut please', 'Bath and cut'],
    ['nail', 'Nail trim'],
    ['nao sei!', 'Não sei'],
    ['2', 'Bath and cut'],
    ['2)', 'Bath and cut'],
    ['#3', 'Nail trim'],
    ['3️⃣', 'Nail trim'],
    ['option 3', 'Nail trim'],
    ['opção 3', 'Nail trim'],
    ['the second one', 'Bath and cut'],
    ['2nd', 'Bath and cut'],
    ['1ª', 'Bath'],
    ['a segunda', 'Bath and cut'],
    ['la tercera opción', 'Nail trim'],
    ['o último', '10:30'],
    ['the first', 'Bath'],
    ['one', 'Bath'],
    ['three', 'Nail trim'],
    ['at 10:30', '10:30'],
    ['6', null],
    ['0', null],
    ['not the bath', null],
    ['bath or nail trim', null],
    ['something else', null],
    ['a', null],
    ['👍', null],
    ['', null],
  ])('“%s” is %s', (text, value) => {
    expect(valueOf('choice', text, 'en', choices)).toBe(value);
  });

  it.each([
    [1, 'Bath'],
    [5, '10:30'],
    [6, null],
    [0, null],
  ])('the tap on button %i is %s', (choice, value) => {
    const asked = { kind: 'choice', choices, today, locale: 'en' } as const;
    expect(takeAnswer(asked, { text: '', choice })?.value ?? null).toBe(value);
  });

  it('is the label before the number', () => {
    const numbers = ['2', '1'].map((label, index): Choice => ({ label, value: label, outlet: `choice-${index + 1}` }));
    expect(valueOf('choice', '1', 'en', numbers)).toBe('1');
  });

  it('may be an emoji', () => {
    const emoji = ['👍', '👎'].map((label, index): Choice => ({ label, value: label, outlet: `choice-${index + 1}` }));
    expect(valueOf('choice', '👎', 'en', emoji)).toBe('👎');
  });
});
