import { foldWords, isOneEditAway } from '../../flow-core/index.js';

/** Shorter words may not have a typo: too many other words are one letter away. */
const MIN_TYPO_LENGTH = 5;
/** Words with a real meaning of their own, one letter away from a word of the tables. */
const FALSE_FRIENDS = new Set(
  'preciso precisa precisam price prince pride prices prize marcas marca parcar marco close clone bath baths both cost coast costs hours houses turno turnos mover moves moved moved book books look took corte cortes forte caros cargo carro pagar remarca valor vapor phone prone'.split(
    ' ',
  ),
);

/** The words of a text without accents, case and punctuation. */
export function wordsOf(text: string): string[] {
  const folded = foldWords(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Whether a customer's word is this one, perhaps with one typo after the first letter. */
export function isWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted.length < MIN_TYPO_LENGTH || word.length < MIN_TYPO_LENGTH - 1) return false;
  return isOneEditAway(word, wanted) && !FALSE_FRIENDS.has(word);
}

/** The place of a phrase in the words, -1 if it is not there. */
export function placeOf(words: readonly string[], phrase: readonly string[]): number {
  const last = words.length - phrase.length;
  for (let start = 0; start <= last; start++) {
    if (phrase.every((wanted, index) => isWord(words[start + index] ?? '', wanted))) return start;
  }
  return -1;
}

/** A table of phrases: one phrase between two commas or line ends. */
export function phrasesOf(table: string): readonly (readonly string[])[] {
  return table
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => phrase.split(' '));
}

export function hasPhrase(words: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => placeOf(words, phrase) >= 0);
}
