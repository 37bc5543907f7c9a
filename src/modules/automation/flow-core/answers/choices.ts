import type { Choice, Json } from '../core.types.js';
import { foldWords } from '../keywords.js';

const OPTION_WORDS = new Set(
  'the one option number choice please a an o os as la el los las opcao opcion numero n nr por favor e um uma un una'.split(
    ' ',
  ),
);
/** Line n has the words for the number n. */
const ORDINALS: readonly (readonly string[])[] = [
  'one first 1st primeiro primeira 1o 1a um uma primero primera uno una',
  'two second 2nd segundo segunda 2o 2a dois duas dos',
  'three third 3rd terceiro terceira tercero tercera 3o 3a tres',
  'four fourth 4th quarto quarta cuarto cuarta 4o 4a quatro cuatro',
  'five fifth 5th quinto quinta 5o 5a cinco',
  'six sixth 6th sexto sexta 6o 6a seis',
  'seven seventh 7th setimo setima septimo septima 7o 7a sete siete',
  'eight eighth 8th oitavo oitava octavo octava 8o 8a oito ocho',
  'nine ninth 9th nono nona noveno novena 9o 9a nove nueve',
  'ten tenth 10th decimo decima 10o 10a dez diez',
].map((words) => words.split(' '));
const LAST = new Set(['last', 'ultimo', 'ultima']);
const NEGATIONS = new Set([
  'not',
  'don',
  'dont',
  'no',
  'never',
  'without',
  'neither',
  'nao',
  'nem',
  'sem',
  'sin',
  'ni',
  'nunca',
]);

/**
 * The choice that an answer means: by tap (counts from 1), label, number, ordinal ("the second one"), or the only label that
 * contains the answer or is a part of it. Null if no choice or several choices fit.
 */
export function pickChoice(choices: readonly Choice[], text: string, tapped?: number): Choice | null {
  const byTap = tapped === undefined ? undefined : choices[tapped - 1];
  if (byTap) return byTap;
  const folded = foldWords(text);
  if (folded === '') return choices.find(({ label }) => text.trim() !== '' && label.trim() === text.trim()) ?? null;
  const byLabel = choices.find(({ label }) => foldWords(label) === folded);
  return byLabel ?? choices[placeIn(folded, choices.length)] ?? onlySimilar(choices, folded);
}

/** The index that the words name, -1 if none. */
function placeIn(folded: string, count: number): number {
  const all = folded.split(' ');
  const [word = all.includes('one') ? 'one' : '', ...others] = all.filter((each) => !OPTION_WORDS.has(each));
  if (others.length > 0) return -1;
  if (/^\d{1,2}$/.test(word)) return Number(word) - 1;
  if (LAST.has(word)) return count - 1;
  return ORDINALS.findIndex((words) => words.includes(word));
}

function onlySimilar(choices: readonly Choice[], folded: string): Choice | null {
  const line = ` ${folded} `;
  const words = folded.split(' ');
  const similar = choices
    .map((choice) => ({ choice, label: ` ${foldWords(choice.label)} ` }))
    .filter(({ label }) => label.trim() !== '' && (line.includes(label) || (folded.length > 1 && label.includes(line))))
    .filter(({ label }) => !words.some((word) => NEGATIONS.has(word) && !label.includes(` ${word} `)))
    .sort((one, other) => other.label.length - one.label.length);
  const [longest, ...shorter] = similar;
  // "Bath and cut" also names "Bath".
  const isClear =
    longest && line.includes(longest.label)
      ? shorter.every(({ label }) => longest.label.includes(label))
      : shorter.length === 0;
  return longest && isClear ? longest.choice : null;
}

/** One choice for each item of a list in a variable. An item is a text, a number or an object with a `label`. */
export function itemsAsChoices(list: Json | undefined, outlet: string): Choice[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: Json) => {
    const label = labelOf(item);
    return label === null ? [] : [{ label, value: item, outlet }];
  });
}

function labelOf(item: Json): string | null {
  if (typeof item === 'string' && item.trim() !== '') return item;
  if (typeof item === 'number') return String(item);
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'label')) return null;
  const { label } = item as { label: Json };
  return typeof label === 'string' && label.trim() !== '' ? label : null;
}
