import { foldWords, isOneEditAway } from '../../flow-core/index.js';
import type { HandoffReason } from '../core.types.js';
import type { TurnFacts } from '../facts.types.js';
import { DRUGS } from './drug-words.js';
import { hasForeignAddress, hasSecret } from './foreign-addresses.js';

/** Why a text may not be sent, and what staff read as the reason of the hand-off. */
export const FAULT_REASONS = {
  dosing: 'medical',
  drug: 'medical',
  promise: 'promise',
  unknown_price: 'promise',
  foreign_address: 'unsafe_text',
  secret: 'unsafe_text',
  unchecked_letters: 'unsafe_text',
  prompt_leak: 'unsafe_text',
} as const satisfies Readonly<Record<string, HandoffReason>>;
export type OutputFault = keyof typeof FAULT_REASONS;

export interface OutputContext {
  readonly facts: TurnFacts;
  /** Passages that the text relies on. */
  readonly passages: readonly string[];
  /** Texts that customers may not read: the product's rules and the prompt of the company. */
  readonly secretTexts: readonly string[];
}

const AMOUNT = '\\d+(?:[.,]\\d+)?';
const UNIT =
  '(?:mg|mcg|ug|g|gr|grams?|gramas?|gramos?|ml|cc|ui|iu|drops?|gotas?|tablets?|pills?|comprimidos?|pastillas?|capsulas?|capsules?|doses?|dosis)';
const WEIGHT = '(?:kg|kgs|kilo|kilos|quilo|quilos|lb|lbs|pound|pounds|libra|libras)';
const DOSES: readonly RegExp[] = [
  new RegExp(`\\b${UNIT}\\s*(?:/|per|por|pro|para cada|for every|for each|cada|each|a)\\s*(?:\\d+\\s*)?${WEIGHT}\\b`),
  new RegExp(`\\b${AMOUNT}\\s*(?:mg|mcg|ug|ml|cc|ui|iu)\\b`),
  new RegExp(
    `\\b(?:${AMOUNT}|half|meio|meia|medio|media|one|two|um|uma|dois|duas|un|una|dos)\\s*(?:a\\s*)?(?:drops?|gotas?|tablets?|pills?|comprimidos?|pastillas?|capsulas?|capsules?)\\b`,
  ),
];
const PROMISE =
  /\b(?:refund\w*|money back|discount\w*|free of charge|for free|guarante\w*|compensat\w*|voucher\w*|coupon\w*|reembols\w*|estorn\w*|desconto\w*|gratis|gratuit\w*|garant\w*|indeniza\w*|cupom|cortesia|dinheiro de volta|descuento\w*|devolucion|devolver\w*|indemniza\w*|dinero de vuelta|cupon\w*|rembours\w*|remise|rimbors\w*|sconto|ruckerstatt\w*|rabatt|korting|terugbetal\w*|zwrot\w*|znizk\w*)\b/;
const MONEY =
  /(?:(?:r\$|us\$|\$|€|£|zł|brl|usd|eur)\s*(\d[\d.,]*))|(?:(\d[\d.,]*)\s*(?:reais|real|dollars?|dolares|euros?|pesos|pounds|libras|soles|€|£|zł|brl|usd|eur)(?!\p{L}))/giu;
/** The share of a sentence's words that a sentence of the company must have, too. */
const MIN_SUPPORT = 0.6;
const LEAK_WORDS = 8;
const MIXED_WORD = /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{sc=Latin}/u;
const MIN_TYPO_LENGTH = 8;

/** The first reason why a text may not be sent; null if it may. */
export function outputFault(text: string, context: OutputContext): OutputFault | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const lower = plain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const { facts, passages, secretTexts } = context;
  if (hasSecret(plain)) return 'secret';
  if (isUnchecked(plain)) return 'unchecked_letters';
  if (secretTexts.some((secret) => sharesWords(plain, secret))) return 'prompt_leak';
  if (DOSES.some((dose) => dose.test(lower))) return 'dosing';
  const own = [
    ...facts.company.policies,
    ...facts.services.flatMap(({ name, words }) => [name, ...words]),
    ...facts.pets.flatMap(({ name, notes }) => [name, ...notes]),
  ];
  if (namesDrug(plain, own)) return 'drug';
  if (hasForeignAddress(plain, facts)) return 'foreign_address';
  const prices = facts.services.map(({ name, price }) => `${name} ${price ?? ''}`);
  const fees = facts.appointments.flatMap(({ move_fee, cancel_fee }) => [move_fee ?? '', cancel_fee ?? '']);
  const supports = [...facts.company.policies, ...passages, ...prices, ...fees];
  if (lower.split(/[.!?\n]+/).some((part) => PROMISE.test(part) && !isSupported(part, supports))) return 'promise';
  return namesOtherPrice(plain, supports) ? 'unknown_price' : null;
}

/** A word of mixed scripts, or a text that is mostly not in Latin letters: no gate can read it. */
function isUnchecked(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{sc=Latin}|[ªºµμ]/u.test(letter));
  return MIXED_WORD.test(text) || others.length > letters.length / 2;
}

/** Whether eight words in a row are those of a secret text. */
function sharesWords(text: string, secret: string): boolean {
  const words = foldWords(text).split(' ');
  const hidden = ` ${foldWords(secret)} `;
  for (let start = 0; start + LEAK_WORDS <= words.length; start++) {
    if (hidden.includes(` ${words.slice(start, start + LEAK_WORDS).join(' ')} `)) return true;
  }
  return false;
}

function namesDrug(text: string, own: readonly string[]): boolean {
  const allowed = new Set(own.flatMap((each) => foldWords(each).split(' ')));
  return foldWords(text)
    .split(' ')
    .some((word) => !allowed.has(word) && DRUGS.some((drug) => isDrug(word, drug)));
}

function isDrug(word: string, drug: string): boolean {
  return (
    word === drug || (drug.length >= MIN_TYPO_LENGTH && word.length >= MIN_TYPO_LENGTH - 1 && isOneEditAway(word, drug))
  );
}

function isSupported(sentence: string, supports: readonly string[]): boolean {
  const words = foldWords(sentence)
    .split(' ')
    .filter((word) => word.length > 2 || /\d/.test(word));
  return supports.some((support) => {
    const known = new Set(foldWords(support).split(' '));
    const hasNumbers = words.every((word) => !/\d/.test(word) || known.has(word));
    return hasNumbers && words.filter((word) => known.has(word)).length >= words.length * MIN_SUPPORT;
  });
}

/** An amount of money that stands in no text of the company. */
function namesOtherPrice(text: string, supports: readonly string[]): boolean {
  const known = new Set(supports.flatMap((support) => support.match(/\d[\d.,]*/g) ?? []).map(amountOf));
  return Array.from(text.matchAll(MONEY), ([, before, behind]) => amountOf(before ?? behind ?? '')).some(
    (amount) => !known.has(amount),
  );
}

/** "80", "80,00" and "80.00" are the same amount. */
function amountOf(written: string): string {
  return written
    .replace(/[.,]+$/, '')
    .replace(/[.,]00$/, '')
    .replace(/[.,]/g, '');
}
