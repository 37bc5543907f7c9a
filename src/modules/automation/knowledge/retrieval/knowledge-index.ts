import MiniSearch, { type SearchResult } from 'minisearch';
import { type Chunk, chunksOf, type KnowledgeText } from './chunks.js';
import { coverageOf, type GroupMatch } from './coverage.js';
import { fused, nearest } from './fusion.js';
import type { Hit } from './hit.js';
import { isConcept, isGeneral, type QueryGroup, TermMaker } from './terms.js';

const BOOST = { title: 3, question: 4, body: 1, synonyms: 2 } as const;
type IndexedField = keyof typeof BOOST;
const FIELDS = Object.keys(BOOST) as IndexedField[];

const CONCEPT_BOOST = 0.6;
const MIN_FUZZY_LENGTH = 5;
const FUZZINESS = 0.2;
const MIN_PREFIX_LENGTH = 3;
/** How much the order of BM25 counts beside coverage. */
const RANK_BY_BM25 = 0.15;
/** A word that no article has counts less than a rare one, because it may be small talk. */
const UNKNOWN_SHARE = 0.7;
const GENERAL_SHARE = 0.5;
const NUMBER = /^\d+$/;
/** Chunks that are judged by coverage; the best by BM25. */
const MAX_CANDIDATES = 100;
/** A term in more chunks picks no candidates if the question has a rarer one, because that would take long. */
const MANY_CHUNKS = 150;
/** Texts that are added before other work of the process gets its turn. */
const TEXTS_AT_ONCE = 25;

interface ChunkTerms {
  /** Of the title, the question and the synonyms. */
  readonly head: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
}

interface IndexedChunk extends Record<IndexedField, string> {
  readonly id: number;
}

const NO_TERMS: ChunkTerms = { head: new Set(), body: new Set() };

/** The searchable knowledge of one company in one language. */
export class KnowledgeIndex {
  private readonly terms: TermMaker;
  readonly chunks: Chunk[] = [];
  private vectors: readonly (Float32Array | undefined)[] = [];
  private readonly termsOfChunks: ChunkTerms[] = [];
  private readonly frequencies = new Map<string, number>();
  private readonly search: MiniSearch<IndexedChunk>;

  private constructor(language: string) {
    const terms = new TermMaker(language);
    this.terms = terms;
    this.search = new MiniSearch<IndexedChunk>({
      fields: FIELDS,
      tokenize: (text) => terms.termsOf(text),
      processTerm: (term) => term,
      searchOptions: { boost: BOOST, tokenize: (text) => text.split(' ') },
    });
  }

  /** Gives other work its turn between batches, because a large knowledge base takes a second. */
  static async build(language: string, texts: readonly KnowledgeText[]): Promise<KnowledgeIndex> {
    const index = new KnowledgeIndex(language);
    for (let place = 0; place < texts.length; place += TEXTS_AT_ONCE) {
      texts.slice(place, place + TEXTS_AT_ONCE).forEach((text) => index.add(text));
      await new Promise(setImmediate);
    }
    return index;
  }

  get size(): number {
    return this.chunks.length;
  }

  /** Whether questions are compared by meaning, too. */
  get hasVectors(): boolean {
    return this.vectors.some((vector) => vector !== undefined);
  }

  /** @param vectors of length 1, in the order of the chunks; undefined for a chunk without one */
  useVectors(vectors: readonly (Float32Array | undefined)[]): void {
    this.vectors = vectors;
  }

  /**
   * The best chunks first; without a vector, none that shares no word with the question.
   * @param language of the question, if it is another one
   */
  find(question: string, language?: string, vector?: Float32Array): Hit[] {
    const byWords = this.findByWords(question, language);
    return vector ? fused(byWords, nearest(vector, this.chunks, this.vectors)) : byWords;
  }

  private findByWords(question: string, language?: string): Hit[] {
    const groups = this.terms.groupsOf(question, language);
    const asked = [...new Set(groups.flatMap(({ terms, concept }) => (concept ? [...terms, concept] : terms)))];
    if (asked.length === 0) return [];
    const searched = this.picking(asked);
    const found = this.search.search(searched.join(' '), {
      fuzzy: (term) => !this.isKnown(term) && term.length >= MIN_FUZZY_LENGTH && !isConcept(term) && FUZZINESS,
      prefix: (term, place) => place === searched.length - 1 && term.length >= MIN_PREFIX_LENGTH && !isConcept(term),
      boostTerm: (term) => (isConcept(term) ? CONCEPT_BOOST : 1),
    });
    const best = found[0]?.score ?? 0;
    return found
      .slice(0, MAX_CANDIDATES)
      .flatMap((result) => {
        const chunk = this.chunks[result.id as number];
        return chunk ? [{ chunk, ...this.judged(groups, result, best) }] : [];
      })
      .sort((one, other) => other.rank - one.rank)
      .map(({ chunk, score }) => ({ chunk, score }));
  }

  private judged(groups: readonly QueryGroup[], result: SearchResult, best: number): { score: number; rank: number } {
    const score = coverageOf(groups.map((group) => this.matchOf(group, result)));
    return { score, rank: score + RANK_BY_BM25 * (result.score / best) };
  }

  private picking(asked: readonly string[]): readonly string[] {
    const isFew = (term: string): boolean => (this.frequencies.get(term) ?? 0) <= MANY_CHUNKS;
    return asked.some((term) => isFew(term) && this.isKnown(term)) ? asked.filter(isFew) : asked;
  }

  private matchOf({ terms, concept }: QueryGroup, { id, queryTerms }: SearchResult): GroupMatch {
    const { head, body } = this.termsOfChunks[id as number] ?? NO_TERMS;
    const frequency = Math.max(0, ...[...terms, concept ?? ''].map((term) => this.frequencies.get(term) ?? 0));
    const exact = terms.filter((term) => head.has(term) || body.has(term));
    const hasConcept = concept !== null && (head.has(concept) || body.has(concept));
    const isNear = terms.some((term) => queryTerms.includes(term));
    const how = exact.length > 0 ? 'exact' : hasConcept ? 'concept' : isNear ? 'near' : 'none';
    const matched = [...exact, ...(hasConcept ? [concept] : [])];
    const inHead = matched.some((term) => head.has(term));
    const rarity = Math.log(1 + this.chunks.length / (frequency + 0.5));
    const saysLittle = concept ? isGeneral(concept) : terms.every((term) => NUMBER.test(term));
    const share = saysLittle ? GENERAL_SHARE : frequency === 0 ? UNKNOWN_SHARE : 1;
    return { how, inHead, rarity: rarity * share };
  }

  private isKnown(term: string): boolean {
    return this.frequencies.has(term);
  }

  private add(text: KnowledgeText): void {
    const synonyms = text.synonyms.join(' . ');
    for (const chunk of chunksOf(text)) {
      const path = chunk.path.join(' . ');
      const head = text.kind === 'faq' ? { title: '', question: path } : { title: path, question: '' };
      const indexed = { id: this.chunks.length, ...head, body: chunk.text, synonyms };
      this.chunks.push(chunk);
      this.search.add(indexed);
      const { title, question, body } = indexed;
      const heads = [title, question, synonyms].flatMap((part) => this.terms.termsOf(part));
      const terms = { head: new Set(heads), body: new Set(this.terms.termsOf(body)) };
      this.termsOfChunks.push(terms);
      for (const term of new Set([...terms.head, ...terms.body]))
        this.frequencies.set(term, (this.frequencies.get(term) ?? 0) + 1);
    }
  }
}
