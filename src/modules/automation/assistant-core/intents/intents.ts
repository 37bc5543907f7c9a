import { escapeOf } from '../../flow-core/index.js';
import { INTENT_PHRASES, type Intent, INTENTS, QUESTION_PHRASES, STOP_PHRASES, WISH_PHRASES } from './intent-words.js';
import { hasPhrase, isWord, wordsOf } from './word-match.js';

interface Found {
  readonly intent: Intent;
  readonly phrase: readonly string[];
}

/** All phrases, the longest first; of equal ones, that of the weightier intent. */
const PHRASES: readonly Found[] = INTENTS.flatMap((intent) =>
  INTENT_PHRASES[intent].map((phrase) => ({ intent, phrase })),
).sort((one, other) => other.phrase.length - one.phrase.length);

/** What stands behind a wish about an own appointment is not a second wish. */
const HIDDEN: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  cancel: ['my_appointments', 'book', 'move'],
  move: ['my_appointments', 'book', 'hours'],
  my_appointments: ['book', 'hours', 'phone'],
};
const MAX_WORDS = 200;

/** The intents of a message, the weightiest first; empty if the rules know none. */
export function intentsOf(text: string): Intent[] {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  const taken = words.map(() => false);
  const found = new Set<Intent>();
  if (escapeOf(text) === 'person') found.add('person');
  for (const { intent, phrase } of PHRASES) if (take(words, taken, phrase)) found.add(intent);
  for (const intent of INTENTS) if (found.has(intent)) for (const hidden of HIDDEN[intent] ?? []) found.delete(hidden);
  return INTENTS.filter((intent) => found.has(intent));
}

/** Marks the words of the phrase, where none of them belongs to a longer phrase. */
function take(words: readonly string[], taken: boolean[], phrase: readonly string[]): boolean {
  let isFound = false;
  for (let start = 0; start + phrase.length <= words.length; start++) {
    const isHere = phrase.every(
      (wanted, index) => taken[start + index] !== true && isWord(words[start + index] ?? '', wanted),
    );
    if (!isHere) continue;
    taken.fill(true, start, start + phrase.length);
    isFound = true;
  }
  return isFound;
}

export const wantsToStop = (text: string): boolean => hasPhrase(wordsOf(text), STOP_PHRASES);
export const hasWish = (text: string): boolean => hasPhrase(wordsOf(text), WISH_PHRASES);

/** Whether the text asks for something that an article may answer. */
export function isQuestion(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 1 && (/[?¿]/.test(text) || (words.length > 2 && hasPhrase(words, QUESTION_PHRASES)));
}
