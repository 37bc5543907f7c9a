import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SingleFlight } from '../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeRevisionsRepository } from './knowledge-revisions.repository.js';
import { baseLanguage, KnowledgeIndex } from './retrieval/index.js';
import { EmbeddingsService } from './vectors/embeddings.service.js';

const MAX_COMPANIES = 50;
/** How long an old index may be used if a process crashes after a write and before it counts the change. */
const MAX_AGE_MS = 60_000;

/** By the first part of the language tag, such as `pt`. */
export type IndexesByLanguage = ReadonlyMap<string, KnowledgeIndex>;

interface CachedIndexes {
  readonly version: number;
  readonly byLanguage: Promise<IndexesByLanguage>;
}

/** The search indexes of companies, which are current in every process. No index has texts of two companies. */
@Injectable()
export class KnowledgeIndexes {
  private readonly countReads = new SingleFlight<number>();
  private readonly ofCompanies = new LRUCache<string, CachedIndexes>({ max: MAX_COMPANIES, ttl: MAX_AGE_MS });

  constructor(
    private readonly articles: KnowledgeRepository,
    private readonly revisions: KnowledgeRevisionsRepository,
    private readonly embeddings: EmbeddingsService,
  ) {}

  /** One small query, which parallel calls share. After a change the indexes are built anew. */
  async of(scope: CompanyScope): Promise<IndexesByLanguage> {
    // The count is read first, so that the indexes are at least as new.
    const version = await this.countReads.run(scope.id, Date.now(), () => this.revisions.current(scope));
    const cached = this.ofCompanies.get(scope.id);
    if (cached && cached.version >= version) return cached.byLanguage;
    const entry = { version, byLanguage: this.build(scope) };
    this.ofCompanies.set(scope.id, entry);
    // Waiting callers get the error; the next call tries again.
    entry.byLanguage.catch(() => {
      if (this.ofCompanies.peek(scope.id) === entry) this.ofCompanies.delete(scope.id);
    });
    return entry.byLanguage;
  }

  private async build(scope: CompanyScope): Promise<IndexesByLanguage> {
    const articles = await this.articles.allActive(scope);
    const byLanguage = Map.groupBy(articles, ({ language }) => baseLanguage(language));
    const indexes = new Map<string, KnowledgeIndex>();
    for (const [language, ofLanguage] of byLanguage) {
      const texts = ofLanguage.map((article) => ({ ...article, id: article._id.toHexString() }));
      const index = await KnowledgeIndex.build(language, texts);
      index.useVectors(await this.embeddings.ofChunks(scope, index.chunks));
      indexes.set(language, index);
    }
    return indexes;
  }
}
