import { foldWords } from '../../flow-core/index.js';

const MAX_TERM_LENGTH = 40;
/** Scripts that write no spaces between words. */
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc\p{M}]*/gu;
const LETTER_WITH_MARKS = /.\p{M}*/gu;
/** A letter of its own: Spanish "uñas" are nails, "unas" are some. */
const ENYE = /ñ/giu;

/**
 * The words of a text without case and accents. Scripts that write no spaces give their pairs of characters, so that a
 * part of a sentence can be found.
 */
export function wordsOf(text: string): string[] {
  const folded = foldWords(text.normalize('NFC').replace(ENYE, 'ny'));
  return folded
    .replace(SPACELESS, (run) => ` ${pairsOf(run).join(' ')} `)
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, MAX_TERM_LENGTH));
}

function pairsOf(run: string): string[] {
  const characters = run.match(LETTER_WITH_MARKS) ?? [];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}
