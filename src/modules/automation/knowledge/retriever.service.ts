import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { type IndexesByLanguage, KnowledgeIndexes } from './knowledge-indexes.js';
import { baseLanguage, chosen, type Hit } from './retrieval/index.js';
import { EmbeddingsService } from './vectors/embeddings.service.js';

/** A part of an article that may answer the question. */
export interface Snippet {
  /** The id of the article and the place of the part. */
  readonly id: string;
  /** The title of the article and the headings above the text. */
  readonly title: string;
  readonly text: string;
  /** The part of the question that it covers, from 0 to 1. */
  readonly score: number;
  readonly source: { readonly article_id: string; readonly kind: 'article' | 'faq'; readonly language: string };
}

export interface Retrieval {
  /** The best first; at most 4 with about 1,200 tokens. Empty if nothing answers the question. */
  readonly snippets: readonly Snippet[];
  /** True: nothing is good enough to answer with. */
  readonly abstained: boolean;
  /** The score of the best part, also of one that is not good enough. */
  readonly top_score: number;
}

interface Question {
  readonly query: string;
  /** Its meaning, where the company has a model for it. */
  readonly vector: Float32Array | undefined;
}

interface Found {
  readonly hits: readonly Hit[];
  readonly snippets: readonly Hit[];
}

/** Finds texts of the company that answer a question. */
@Injectable()
export class RetrieverService {
  constructor(
    private readonly indexes: KnowledgeIndexes,
    private readonly companies: CompaniesService,
    private readonly embeddings: EmbeddingsService,
  ) {}

  /**
   * @param language of the question, such as `pt-BR`. If its texts have no answer, those in the language of the company
   * are searched. Left out: all languages.
   */
  async search(scope: CompanyScope, { query, language }: { query: string; language?: string }): Promise<Retrieval> {
    const indexes = await this.indexes.of(scope);
    const isByMeaning = [...indexes.values()].some(({ hasVectors }) => hasVectors);
    const question = { query, vector: isByMeaning ? await this.embeddings.ofQuestion(scope, query) : undefined };
    const found =
      language === undefined
        ? best([...indexes.values()].map((index) => foundBy(index.find(query, undefined, question.vector))))
        : await this.findIn(scope, indexes, question, language);
    const snippets = found.snippets.map(toSnippet);
    return { snippets, abstained: snippets.length === 0, top_score: topScore(found) };
  }

  private async findIn(
    scope: CompanyScope,
    indexes: IndexesByLanguage,
    { query, vector }: Question,
    language: string,
  ): Promise<Found> {
    const asked = baseLanguage(language);
    const first = foundBy(indexes.get(asked)?.find(query, undefined, vector) ?? []);
    if (first.snippets.length > 0) return first;
    const { locale } = await this.companies.get(scope);
    const own = baseLanguage(locale);
    return own === asked ? first : best([first, foundBy(indexes.get(own)?.find(query, asked, vector) ?? [])]);
  }
}

/** The order is not that of the scores if a meaning was compared, too. */
const topScore = ({ hits }: Found): number => Math.max(0, ...hits.map(({ score }) => score));

const foundBy = (hits: readonly Hit[]): Found => ({ hits, snippets: chosen(hits) });

function best(found: readonly Found[]): Found {
  return found.toSorted((one, other) => topScore(other) - topScore(one))[0] ?? { hits: [], snippets: [] };
}

function toSnippet({ chunk, score }: Hit): Snippet {
  const { articleId, place, path, text, kind, language } = chunk;
  const source = { article_id: articleId, kind, language };
  return { id: `${articleId}:${place}`, title: path.join(' › '), text, score, source };
}
