import { CONCEPTS, CONCEPTS_OF_LANGUAGE, GENERAL_CONCEPTS } from './concepts.js';
import { stemOf } from './stems.js';
import { stopWordsOf } from './stop-words.js';
import { wordsOf } from './tokens.js';

/** No word begins with it, because words have letters and digits only. */
const CONCEPT_MARK = '#';
const MAX_QUERY_WORDS = 40;

/** One thing that a question asks for: its words, and the concept that they stand for. */
export interface QueryGroup {
  readonly terms: readonly string[];
  readonly concept: string | null;
}

interface Phrase {
  readonly words: readonly string[];
  readonly concept: string;
}

/** Makes terms of texts, for one language. */
export class TermMaker {
  private readonly language: string;
  private readonly stopWords: ReadonlySet<string>;
  private readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  private readonly stems = new Map<string, string>();

  /** @param languageTag such as `pt-BR`; a language without data of its own has no stop words and no endings */
  constructor(languageTag: string) {
    this.language = baseLanguage(languageTag);
    this.stopWords = stopWordsOf(this.language);
    this.phrases = phrasesFor(this.language);
  }

  /** The terms of a text of an article. */
  termsOf(text: string): string[] {
    return this.groupsIn(wordsOf(text)).flatMap(({ terms, concept }) => (concept ? [...terms, concept] : terms));
  }

  /** What a question asks for, each thing once. @param languageTag of the question, if it is another one */
  groupsOf(question: string, languageTag = this.language): QueryGroup[] {
    const smallWords = stopWordsOf(baseLanguage(languageTag));
    const groups = this.groupsIn(wordsOf(question).slice(0, MAX_QUERY_WORDS)).filter(
      ({ concept, terms }) => concept !== null || !terms.every((term) => smallWords.has(term)),
    );
    const known = new Map(groups.map((group) => [group.concept ?? group.terms.join(' '), group]));
    return [...known.values()];
  }

  private groupsIn(words: readonly string[]): QueryGroup[] {
    const groups: QueryGroup[] = [];
    for (let place = 0; place < words.length;) {
      const word = words[place] ?? '';
      const phrase = this.phrases
        .get(word)
        ?.find((candidate) => candidate.words.every((part, index) => part === words[place + index]));
      if (phrase)
        groups.push({ terms: phrase.words.length === 1 ? this.meaningful(phrase.words) : [], concept: phrase.concept });
      else if (!this.stopWords.has(word)) groups.push({ terms: [this.stem(word)], concept: null });
      place += phrase?.words.length ?? 1;
    }
    return groups;
  }

  private meaningful(words: readonly string[]): string[] {
    return words.filter((word) => !this.stopWords.has(word)).map((word) => this.stem(word));
  }

  private stem(word: string): string {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word, this.language);
    this.stems.set(word, stem);
    return stem;
  }
}

/** Questions that ask for the same things have the same key; empty if the question has no word that says something. */
export function questionKey(question: string, languageTag: string): string {
  const groups = new TermMaker(languageTag).groupsOf(question);
  return groups
    .map(({ terms, concept }) => concept ?? terms.join(' '))
    .sort()
    .join(' ');
}

export function baseLanguage(languageTag: string): string {
  return languageTag.split('-', 1)[0]?.toLowerCase() ?? '';
}

const GENERAL: ReadonlySet<string> = new Set(GENERAL_CONCEPTS.map((name) => CONCEPT_MARK + name));

/** Whether the concept says what is asked about a subject, such as its price. */
export const isGeneral = (concept: string): boolean => GENERAL.has(concept);

export const isConcept = (term: string): boolean => term.startsWith(CONCEPT_MARK);

const phrasesOfLanguages = new Map<string, ReadonlyMap<string, readonly Phrase[]>>();

function phrasesFor(language: string): ReadonlyMap<string, readonly Phrase[]> {
  const key = language in CONCEPTS_OF_LANGUAGE ? language : '';
  const known = phrasesOfLanguages.get(key) ?? phrasesOf(key);
  phrasesOfLanguages.set(key, known);
  return known;
}

/** By their first word, long phrases first. */
function phrasesOf(language: string): ReadonlyMap<string, readonly Phrase[]> {
  const entries = [...Object.entries(CONCEPTS_OF_LANGUAGE[language] ?? {}), ...Object.entries(CONCEPTS)];
  const phrases = entries.flatMap(([name, list]) =>
    list.split(',').map((phrase) => ({ words: wordsOf(phrase), concept: CONCEPT_MARK + name })),
  );
  return Map.groupBy(
    phrases.sort((one, other) => other.words.length - one.words.length),
    ({ words }) => words[0] ?? '',
  );
}
