import { RE2JS } from 're2js';

/** Patterns search only this many characters of a longer text, because RE2 in JavaScript needs about a microsecond for each character. */
const MAX_PATTERN_TEXT = 1_024;
/** Instructions of the compiled expression. Time grows with them, and one process serves all companies. */
const MAX_PATTERN_SIZE = 500;
/** The product of all repetitions: already compiling takes long with many. */
const MAX_REPETITIONS = 10_000;
const MAX_KEPT_PATTERNS = 1_000;

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters. Those of other scripts (Thai, Hindi, Japanese) are parts of words. */
const ACCENTS = /(?!\u3099|\u309a)(?=\p{M})[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}]|\u0640/gu;
/** Soft hyphens, joiners and marks of direction: a reader does not see them. */
const INVISIBLE = /\p{Cf}/gu;
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;
const LETTERS_WITHOUT_PARTS = /[ßœæøłđı]/gu;
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
/** Scripts that write no spaces between words. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** A text without accents, emoji, punctuation and case: words with one space between them. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(LETTERS_WITHOUT_PARTS, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(SEPARATORS, ' ')
    .normalize('NFC')
    .trim();
}

/** A message is matched against many triggers one after the other, so the last folded text is kept. */
let lastFolding = { text: '', folded: ' ' };

/** The folded text with a space before and after each word. */
export function foldedLine(text: string): string {
  if (text !== lastFolding.text) lastFolding = { text, folded: ` ${foldWords(text)} ` };
  return lastFolding.folded;
}

/** Finds `raw` where it has no letters, for instance an emoji. */
interface Needle {
  readonly raw: string;
  readonly folded: string;
}

const needlesOfWords = new WeakMap<readonly string[], readonly Needle[]>();

/** Whether one of the words or phrases is in the text as a whole word; in scripts without spaces, anywhere in it. */
export function matchesWords(text: string, words: readonly string[]): boolean {
  const line = foldedLine(text);
  return needlesOf(words).some(({ raw, folded }) =>
    folded ? line.includes(folded) : raw !== '' && text.includes(raw),
  );
}

function needlesOf(words: readonly string[]): readonly Needle[] {
  const kept = needlesOfWords.get(words);
  if (kept) return kept;
  const needles = words.map((word): Needle => {
    const folded = foldWords(word);
    const isAnywhere = folded === '' || WITHOUT_SPACES.test(folded);
    return { raw: word.trim(), folded: isAnywhere ? folded : ` ${folded} ` };
  });
  needlesOfWords.set(words, needles);
  return needles;
}

const patterns = new Map<string, RE2JS | null>();

/** Whether the RE2 expression is found in the first 1,024 characters, in any case. An invalid or too large expression finds nothing. */
export function matchesPattern(text: string, pattern: string): boolean {
  return compiledPattern(pattern)?.test(text.slice(0, MAX_PATTERN_TEXT)) ?? false;
}

export function isValidPattern(pattern: string): boolean {
  return compiledPattern(pattern) !== null;
}

function compiledPattern(pattern: string): RE2JS | null {
  const kept = patterns.get(pattern);
  if (kept !== undefined) return kept;
  if (patterns.size >= MAX_KEPT_PATTERNS) patterns.clear();
  const compiled = tryToCompile(pattern);
  patterns.set(pattern, compiled);
  return compiled;
}

function tryToCompile(pattern: string): RE2JS | null {
  if (repetitionsOf(pattern) > MAX_REPETITIONS) return null;
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return compiled.programSize() > MAX_PATTERN_SIZE ? null : compiled;
  } catch {
    return null;
  }
}

function repetitionsOf(pattern: string): number {
  let product = 1;
  for (const [, least = '', most = least] of pattern.matchAll(/\{(\d+)(?:,(\d+))?/g)) {
    product *= Math.max(1, Number(most));
  }
  return product;
}
