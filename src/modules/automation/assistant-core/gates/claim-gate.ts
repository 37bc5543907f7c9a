import { dateFromText, dateIn, foldWords, isOneEditAway } from '../../flow-core/index.js';
import type { Evidence } from '../core.types.js';
import { timesIn } from '../intents/when.js';
import { clockTime } from '../texts/moments.js';
import {
  ACCENTED_CLAIM_WORDS,
  AFTER_NO,
  CLAIM_PHRASES,
  CLAIM_WORDS,
  type ClaimKind,
  DENIALS,
  NEUTRAL,
  OFFERS_TO_ACT,
} from './claim-words.js';

/** A sentence that says that something was written. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly sentence: string;
}

const DONE_SIGNS = /[✅☑✔🗓📅]/u;
const SENTENCES = /[^.!?…\n]+(?:[.:](?=\d)[^.!?…\n]*)*[.!?…]*/gu;
const PARTS = /[,;:()–—]| - /u;
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;
/** A denial further away belongs to something else. */
const MAX_DENIAL_DISTANCE = 3;
const MIN_TYPO_LENGTH = 6;
const MAX_ENDING = 2;
/** "b-o-o-k-e-d" */
const SPELLED = /(?<!\p{L})(?:\p{L}[ .*_-]){4,}\p{L}(?!\p{L})/gu;
/** Other words that are one letter away from a claim. */
const FALSE_FRIENDS = new Set(['mercado', 'mercados', 'mandado', 'gesucht', 'marchado', 'cooked', 'looked']);
/** Kinds of evidence that prove a kind of claim. An existing appointment proves "you are booked", and never a change. */
const PROOFS: Readonly<Record<ClaimKind, readonly Evidence['kind'][]>> = {
  booked: ['booked', 'moved', 'existing'],
  moved: ['moved'],
  cancelled: ['cancelled'],
  done: ['booked', 'moved', 'cancelled'],
};

/** All claims of a text, in eight languages. Unsure sentences count as claims, because a false claim is worse than a fixed text. */
export function claimsOf(text: string): Claim[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(SPELLED, (word) => word.replace(/[^\p{L}]/gu, ''));
  return (plain.match(SENTENCES) ?? []).flatMap((sentence) =>
    kindsOf(sentence).map((kind) => ({ kind, sentence: sentence.trim() })),
  );
}

function kindsOf(sentence: string): ClaimKind[] {
  if (asksForLeave(sentence)) return [];
  const parts = sentence.split(PARTS);
  const kinds = (['booked', 'moved', 'cancelled'] as const).filter((kind) => parts.some((part) => says(part, kind)));
  if (kinds.length > 0) return [...kinds];
  const isShort = parts.some((part) => CLAIM_PHRASES.done.includes(foldWords(part)));
  const isSigned = DONE_SIGNS.test(sentence) && /\d/.test(sentence);
  return isShort || isSigned ? ['done'] : [];
}

function asksForLeave(sentence: string): boolean {
  if (!sentence.trim().endsWith('?')) return false;
  const start = ` ${foldWords(sentence)} `;
  const last = ` ${foldWords(sentence.split(PARTS).at(-1) ?? '')} `;
  return OFFERS_TO_ACT.some((offer) => start.startsWith(` ${offer} `) || last.startsWith(` ${offer} `));
}

function says(part: string, kind: Exclude<ClaimKind, 'done'>): boolean {
  const line = NEUTRAL.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' '), ` ${foldWords(part)} `);
  const words = line.trim().split(' ');
  const raw = part.normalize('NFC').toLowerCase().split(NOT_IN_WORDS);
  const hasWord = words.some(
    (word, at) => CLAIM_WORDS[kind].some((claim) => isClaim(word, claim)) && !isDenied(words, at),
  );
  const hasAccented = raw.some(
    (word, at) => ACCENTED_CLAIM_WORDS[kind].includes(word) && !isDenied(raw.map(foldWords), at),
  );
  return hasWord || hasAccented || CLAIM_PHRASES[kind].some((phrase) => saysPhrase(line, words, phrase));
}

function saysPhrase(line: string, words: readonly string[], phrase: string): boolean {
  const at = line.indexOf(` ${phrase} `);
  return at >= 0 && !isDenied(words, line.slice(0, at).split(' ').length - 1);
}

function isClaim(word: string, claim: string): boolean {
  const isStem = claim.endsWith('*');
  const base = isStem ? claim.slice(0, -1) : claim;
  if (word === base || (isStem && word.startsWith(base) && word.length <= base.length + MAX_ENDING)) return true;
  if (base.length < MIN_TYPO_LENGTH || word.length < MIN_TYPO_LENGTH - 1 || base.endsWith('ee')) return false;
  return isOneEditAway(word, base) && !isBaseForm(word, base) && !FALSE_FRIENDS.has(word);
}

/** "Reservar", "confirms" and "schedule" name an act, they do not say that it is done. */
function isBaseForm(word: string, claim: string): boolean {
  return claim.startsWith(word) || (/(?:[aei]r|s|ing)$/.test(word) && !/[sr]$/.test(claim));
}

function isDenied(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - MAX_DENIAL_DISTANCE), at).some((word, index, before) => {
    if (word !== 'no') return DENIALS.has(word);
    const next = before[index + 1];
    return next === undefined || AFTER_NO.has(next);
  });
}

export interface ClaimContext {
  readonly evidence: readonly Evidence[];
  readonly time_zone: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Texts of the company that may be quoted, for instance "Appointments that are cancelled late cost 50 %". */
  readonly quotable: readonly string[];
}

/** The claims of a text that no evidence proves; empty if the text may be sent. */
export function unprovenClaims(text: string, context: ClaimContext): Claim[] {
  return claimsOf(text).filter((claim) => !isProven(claim, context) && !isQuoted(claim, context));
}

function isProven({ kind, sentence }: Claim, { evidence, time_zone, today }: ClaimContext): boolean {
  const times = timesIn(sentence);
  const day = dateFromText(sentence, today);
  const proofs = evidence.filter((proof) => PROOFS[kind].includes(proof.kind));
  const timesOf = ({ starts_at }: Evidence): string => clockTime(starts_at, time_zone);
  const daysOf = ({ starts_at }: Evidence): string => dateIn(time_zone, new Date(starts_at));
  const isNamed = times.length > 0 || day !== null;
  if (!times.every((time) => proofs.some((proof) => timesOf(proof) === time))) return false;
  return proofs.some((proof) => {
    if (proof.kind === 'existing' && !isNamed) return false;
    return (times.length === 0 || times.includes(timesOf(proof))) && (day === null || day === daysOf(proof));
  });
}

/** A sentence of the company itself that names no time. */
function isQuoted({ sentence }: Claim, { quotable }: ClaimContext): boolean {
  if (timesIn(sentence).length > 0 || /\d{1,2}[/.]\d{1,2}/.test(sentence)) return false;
  const folded = foldWords(sentence);
  return folded.split(' ').length > 2 && quotable.some((text) => ` ${foldWords(text)} `.includes(` ${folded} `));
}
