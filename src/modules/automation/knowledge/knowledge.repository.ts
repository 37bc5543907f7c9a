import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError, isDuplicateKey, refuseDuplicate } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, VersionedRepository } from '../../../core/tenancy/index.js';
import { prefixFilters } from '../../../core/text/index.js';
import { KnowledgeArticle, type KnowledgeAuthor, type KnowledgeKind } from './schemas/knowledge-article.schema.js';

const BY_TITLE = { field: 'title_key', direction: 1 } as const;

export interface KnowledgeFilter {
  readonly language?: string;
  readonly kind?: KnowledgeKind;
  readonly active?: boolean;
  /** Words, or their beginnings. */
  readonly search?: string;
}

export type ArticleText = Omit<NewArticle, 'created_by' | 'updated_by'>;
export type NewArticle = Omit<KnowledgeArticle, '_id' | 'company_id' | 'created_at' | 'updated_at' | 'revision'>;

@Injectable()
export class KnowledgeRepository extends VersionedRepository<KnowledgeArticle> {
  constructor(@InjectModel(KnowledgeArticle.name) model: Model<KnowledgeArticle>) {
    super(model, 'Article');
  }

  /** By title. */
  list(
    scope: CompanyScope,
    { search, ...exact }: KnowledgeFilter,
    request: PageRequest,
  ): Promise<Page<KnowledgeArticle>> {
    const equal = Object.fromEntries(Object.entries(exact).filter(([, value]) => value !== undefined));
    const words = search === undefined ? [] : prefixFilters('search_words', search);
    return this.page(scope, words.length > 0 ? { ...equal, $and: words } : equal, BY_TITLE, request);
  }

  /** All articles that can be found. */
  allActive(scope: CompanyScope): Promise<KnowledgeArticle[]> {
    return this.find(scope, { active: true });
  }

  /** The articles of one language that have one of the titles. */
  withTitles(scope: CompanyScope, language: string, titleKeys: readonly string[]): Promise<KnowledgeArticle[]> {
    return this.find(scope, { language, title_key: { $in: titleKeys } });
  }

  /**
   * Adds an article, or gives its text to the article of the same title and language.
   * @param withSynonyms false: a known article keeps its synonyms
   */
  async saveByTitle(
    scope: CompanyScope,
    article: ArticleText,
    by: KnowledgeAuthor,
    withSynonyms: boolean,
  ): Promise<void> {
    const { language, title_key, active, synonyms, ...text } = article;
    const now = new Date();
    const onInsert = { active, created_by: by, created_at: now, ...(withSynonyms ? {} : { synonyms }) };
    const $set = { ...text, updated_by: by, updated_at: now, ...(withSynonyms ? { synonyms } : {}) };
    const update = { $set, $setOnInsert: onInsert, $inc: { revision: 1 } };
    const save = (): Promise<unknown> =>
      this.collection.findOneAndUpdate(scope, { language, title_key }, update, { upsert: true });
    // A parallel import may have added it.
    await save().catch((error: unknown) => (isDuplicateKey(error) ? save() : Promise.reject(error as Error)));
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  /** @throws AppError TITLE_TAKEN */
  override create(scope: CompanyScope, article: NewArticle): Promise<KnowledgeArticle> {
    return refuseDuplicate(super.create(scope, article), titleTaken);
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH | TITLE_TAKEN */
  override change(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (current: KnowledgeArticle) => Partial<KnowledgeArticle>,
    version?: number,
  ): Promise<KnowledgeArticle> {
    return refuseDuplicate(super.change(scope, id, change, version), titleTaken);
  }
}

const titleTaken = (): AppError =>
  AppError.conflict(
    'TITLE_TAKEN',
    'Another article of this language has the title; change that article, or choose another title',
  );
