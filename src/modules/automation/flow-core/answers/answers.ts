import type { Choice, Json } from '../core.types.js';
import type { AskData } from '../graph.js';
import { foldWords } from '../keywords.js';
import { cut } from '../texts.js';
import { pickChoice } from './choices.js';
import { dateFromText } from './dates.js';

/** An answer that fits the question. `outlet` is set for a choice. */
export interface Taken {
  readonly value: Json;
  readonly outlet: string;
}

export interface Answer {
  readonly text: string;
  /** The number of the tapped button. */
  readonly choice?: number;
}

export interface Asked {
  readonly kind: AskData['answer'];
  readonly choices: readonly Choice[];
  /** YYYY-MM-DD in the company's time zone. */
  readonly today: string;
  readonly locale: string;
}

const MAX_ANSWER = 8 * 1024;
const MIN_PHONE_DIGITS = 7;
const MAX_PHONE_DIGITS = 15;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Null if the answer does not fit the question. */
export function takeAnswer(asked: Asked, answer: Answer): Taken | null {
  const text = cut(answer.text, MAX_ANSWER).replace(CONTROLS, '').trim();
  if (asked.kind === 'choice') {
    const choice = pickChoice(asked.choices, text, answer.choice);
    return choice && { value: choice.value, outlet: choice.outlet };
  }
  const value = valueOf(asked, text);
  return value === null ? null : { value, outlet: 'next' };
}

function valueOf({ kind, today, locale }: Asked, text: string): Json {
  switch (kind) {
    case 'number':
      return numberFromText(text, locale);
    case 'date':
      return dateFromText(text, today);
    case 'phone':
      return phoneFromText(text);
    default:
      return text === '' ? null : text;
  }
}

const NUMBER_WORDS: readonly (readonly string[])[] = [
  ['zero', 'none', 'nenhum', 'nenhuma', 'cero', 'ninguno', 'ninguna'],
  ['one', 'um', 'uma', 'uno', 'una', 'un'],
  ['two', 'dois', 'duas', 'dos'],
  ['three', 'tres'],
  ['four', 'quatro', 'cuatro'],
  ['five', 'cinco'],
  ['six', 'seis'],
  ['seven', 'sete', 'siete'],
  ['eight', 'oito', 'ocho'],
  ['nine', 'nove', 'nueve'],
  ['ten', 'dez', 'diez'],
];

/** The only number of a text: "5,5 kg" is 5.5. A dot before three digits is a decimal point in English only. */
export function numberFromText(text: string, locale: string): number | null {
  const plain = withPlainDigits(text);
  const found = plain.match(/[+-]?\d[\d.,]*/g) ?? [];
  if (found.length === 0) {
    const place = NUMBER_WORDS.findIndex((words) => words.includes(foldWords(plain)));
    return place < 0 ? null : place;
  }
  const value = found.length === 1 ? Number(withDecimalPoint(found[0] ?? '', locale)) : NaN;
  return Number.isFinite(value) ? value : null;
}

function withDecimalPoint(written: string, locale: string): string {
  const digits = written.replace(/[.,]+$/, '');
  const separators = digits.replace(/[^.,]/g, '');
  const last = separators.at(-1);
  if (!last) return digits;
  const isMixed = new Set(separators).size > 1;
  const thousands = locale.toLowerCase().startsWith('en') ? ',' : '.';
  const endsInThree = digits.length - digits.lastIndexOf(last) === 4;
  const isWhole = !isMixed && (separators.length > 1 || (last === thousands && endsInThree));
  const place = isWhole ? digits.length : digits.lastIndexOf(last);
  const [whole, part] = [digits.slice(0, place).replace(/[.,]/g, ''), digits.slice(place + 1)];
  return part ? `${whole}.${part}` : whole;
}

/** E.164 where the customer writes + or 00, else the digits as they are. */
function phoneFromText(text: string): string | null {
  const found = withPlainDigits(text).match(/\+?\d[\d\s()./-]*\d/g) ?? [];
  const numbers = found.map((each) => ({ isFull: each.startsWith('+'), digits: each.replace(/\D/g, '') }));
  const [number, ...others] = numbers.filter(({ digits }) => digits.length >= MIN_PHONE_DIGITS);
  if (!number || others.length > 0) return null;
  const hasZeros = !number.isFull && number.digits.startsWith('00');
  const digits = hasZeros ? number.digits.slice(2) : number.digits;
  if (digits.length < MIN_PHONE_DIGITS || digits.length > MAX_PHONE_DIGITS) return null;
  return number.isFull || hasZeros ? `+${digits}` : digits;
}

/** Wide digits of Japanese keyboards and Arabic digits as 0 to 9. */
function withPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
