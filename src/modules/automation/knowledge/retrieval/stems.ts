const MIN_LENGTH = 4;

type Ending = readonly [ending: RegExp, replacement: string];

/** Plurals, and the commonest endings of verbs and of small or female forms. The first that fits is used. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  en: [
    [/ies$/, 'y'],
    [/(ss|x|ch|sh)es$/, '$1'],
    [/([^s])s$/, '$1'],
    [/([a-z]{3,}?)(?:([b-df-hj-np-tv-z])\2)?ing$/, '$1$2'],
    [/([a-z]{3,}?)(?:([b-df-hj-np-tv-z])\2)?ed$/, '$1$2'],
  ],
  pt: [
    [/(?:zinhos|zinhas|zinho|zinha)$/, ''],
    [/inh[oa]s?$/, ''],
    [/oes$/, 'ao'],
    [/aes$/, 'ao'],
    [/ais$/, 'al'],
    [/eis$/, 'el'],
    [/ns$/, 'm'],
    [/([rz])es$/, '$1'],
    [/s$/, ''],
  ],
  es: [
    [/it[oa]s?$/, ''],
    [/ciones$/, 'cion'],
    [/ces$/, 'z'],
    [/([^aeious])es$/, '$1'],
    [/s$/, ''],
  ],
};
const FINAL_VOWEL = /[aeo]$/;
const ROMANCE = ['pt', 'es'];

/** A word and its plural have the same stem. The stem is no word, and of use only beside other stems. */
export function stemOf(word: string, language: string): string {
  const endings = ENDINGS[language];
  if (!endings || word.length < MIN_LENGTH || /\d/.test(word)) return word;
  const fitting = endings.find(([ending, replacement]) => {
    const stem = word.replace(ending, replacement);
    return stem !== word && stem.length >= MIN_LENGTH - 1;
  });
  const stem = fitting ? word.replace(...fitting) : word;
  const hasGender = ROMANCE.includes(language) && stem.length > MIN_LENGTH - 1;
  return hasGender || language === 'en' ? withoutFinalVowel(stem, language) : stem;
}

/** Also `e` of English, since `grooming` has lost the one of `groome`. */
function withoutFinalVowel(stem: string, language: string): string {
  if (stem.length < MIN_LENGTH) return stem;
  return language === 'en' ? stem.replace(/e$/, '') : stem.replace(FINAL_VOWEL, '');
}
