import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { articleFields, type ArticleInput } from './article-fields.js';
import { GapsService } from './gaps/gaps.service.js';
import { MAX_ARTICLES } from './knowledge-limits.js';
import { type KnowledgeFilter, KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeRevisionsRepository } from './knowledge-revisions.repository.js';
import type { KnowledgeArticle, KnowledgeAuthor } from './schemas/knowledge-article.schema.js';

/** Articles and questions with answers, from which customers are answered. */
@Injectable()
export class KnowledgeService {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly articles: KnowledgeRepository,
    private readonly revisions: KnowledgeRevisionsRepository,
    private readonly companies: CompaniesService,
    private readonly gaps: GapsService,
  ) {}

  list(scope: CompanyScope, filter: KnowledgeFilter, page: PageRequest): Promise<Page<KnowledgeArticle>> {
    return this.articles.list(scope, filter, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<KnowledgeArticle> {
    return this.articles.getById(scope, id);
  }

  /**
   * @param gapId the question that the article answers, which is closed
   * @throws AppError VALIDATION_ERROR | NOT_FOUND of the gap | TITLE_TAKEN | KNOWLEDGE_FULL
   */
  async create(
    scope: CompanyScope,
    caller: Principal,
    input: ArticleInput & { title: string; content: string },
    gapId?: Types.ObjectId,
  ): Promise<KnowledgeArticle> {
    if (gapId) await this.gaps.get(scope, gapId);
    await this.assertRoom(scope, 1);
    const { locale } = await this.companies.get(scope);
    const defaults = { kind: 'article', title: '', content: '', synonyms: [], language: locale, active: true } as const;
    const by = authorOf(caller);
    const fields = articleFields(input, { ...defaults, synonyms: [] });
    const article = await this.articles.create(scope, { ...fields, created_by: by, updated_by: by });
    await this.revisions.increment(scope);
    if (gapId) await this.gaps.close(scope, gapId, article._id);
    this.audit('created', caller, article);
    return article;
  }

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR | TITLE_TAKEN | VERSION_MISMATCH */
  async change(
    scope: CompanyScope,
    caller: Principal,
    id: Types.ObjectId,
    input: ArticleInput,
    version?: number,
  ): Promise<KnowledgeArticle> {
    const changed = (current: KnowledgeArticle): Partial<KnowledgeArticle> => ({
      ...articleFields(input, current),
      updated_by: authorOf(caller),
    });
    const article = await this.articles.change(scope, id, changed, version);
    await this.revisions.increment(scope);
    this.audit('changed', caller, article);
    return article;
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    const article = await this.articles.deleteById(scope, id);
    await this.revisions.increment(scope);
    this.audit('deleted', caller, article);
  }

  /** @throws AppError KNOWLEDGE_FULL */
  async assertRoom(scope: CompanyScope, added: number): Promise<void> {
    if ((await this.articles.countAll(scope)) + added <= MAX_ARTICLES) return;
    const message = `A company has at most ${MAX_ARTICLES} articles; delete some that are no longer needed`;
    throw AppError.conflict('KNOWLEDGE_FULL', message, { max_articles: MAX_ARTICLES });
  }

  private audit(
    action: 'created' | 'changed' | 'deleted',
    { userId, companyId }: Principal,
    { _id, title }: KnowledgeArticle,
  ): void {
    this.logger.log({ message: `article ${action}`, userId, companyId, articleId: _id.toHexString(), title });
  }
}

export function authorOf({ userId, keyName }: Principal): KnowledgeAuthor {
  return { _id: toObjectId(userId), ...(keyName === undefined ? {} : { key_name: keyName }) };
}
