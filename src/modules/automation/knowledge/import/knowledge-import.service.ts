import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import type { UploadedFile } from '../../../../core/http/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { articleFields, titleKey } from '../article-fields.js';
import { KnowledgeRepository } from '../knowledge.repository.js';
import { KnowledgeRevisionsRepository } from '../knowledge-revisions.repository.js';
import { authorOf, KnowledgeService } from '../knowledge.service.js';
import type { KnowledgeArticle, KnowledgeKind } from '../schemas/knowledge-article.schema.js';
import { type BrokenRow, checkRows, type ReadArticle } from './import-check.js';
import { type ImportFormat, rowsOfFile } from './import-rows.js';

const MAX_ROWS = 1_000;
const WRITES_AT_ONCE = 20;

export interface ImportRequest {
  readonly format: ImportFormat;
  readonly kind?: KnowledgeKind;
  readonly language?: string;
  /** False: new articles are drafts. */
  readonly active?: boolean;
}

/** `updated`: an article of the same title and language gets the text of the row. */
export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export type PlannedArticle = ReadArticle & { readonly outcome: ImportOutcome };

export interface ImportPlan {
  readonly articles: readonly PlannedArticle[];
  readonly broken: readonly BrokenRow[];
}

/** Imports files with articles: all rows, or none if a row has a problem. */
@Injectable()
export class KnowledgeImportService {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly articles: KnowledgeRepository,
    private readonly revisions: KnowledgeRevisionsRepository,
    private readonly companies: CompaniesService,
  ) {}

  /**
   * Reads a file and says what an import would do. Changes nothing.
   * @throws AppError CSV_UNREADABLE | CSV_TOO_LARGE | COLUMNS_MISSING | FILE_EMPTY | IMPORT_TOO_LARGE
   */
  async plan(scope: CompanyScope, file: UploadedFile, request: ImportRequest): Promise<ImportPlan> {
    const rows = await rowsOfFile(file, request.format);
    if (rows.length === 0) throw new AppError('FILE_EMPTY', 422, 'The file has no article. Choose another file.');
    if (rows.length > MAX_ROWS) {
      const message = `The file has more than ${MAX_ROWS} articles. Split it and import the parts one after the other.`;
      throw new AppError('IMPORT_TOO_LARGE', 422, message, { max_rows: MAX_ROWS });
    }
    const language = request.language ?? (await this.companies.get(scope)).locale;
    const { articles, broken } = checkRows(rows, { kind: request.kind ?? 'article', language });
    const known = await this.known(scope, articles);
    const outcomeOf = (article: ReadArticle): ImportOutcome => {
      const stored = known.get(keyOf(article));
      if (!stored) return 'created';
      return hasFields(stored, article) ? 'unchanged' : 'updated';
    };
    return { articles: articles.map((article) => ({ ...article, outcome: outcomeOf(article) })), broken };
  }

  /**
   * Stores the rows of a file. A repeated import changes nothing, so one that was interrupted is simply sent again.
   * @throws AppError as `plan`, IMPORT_HAS_PROBLEMS with the rows | KNOWLEDGE_FULL
   */
  async run(scope: CompanyScope, caller: Principal, file: UploadedFile, request: ImportRequest): Promise<ImportPlan> {
    const plan = await this.plan(scope, file, request);
    if (plan.broken.length > 0) {
      const message = 'Nothing was imported, because some rows have problems. Correct them and send the file again.';
      throw new AppError('IMPORT_HAS_PROBLEMS', 422, message, { rows: plan.broken });
    }
    const changed = plan.articles.filter(({ outcome }) => outcome !== 'unchanged');
    await this.knowledge.assertRoom(scope, changed.filter(({ outcome }) => outcome === 'created').length);
    try {
      for (let place = 0; place < changed.length; place += WRITES_AT_ONCE) {
        const batch = changed.slice(place, place + WRITES_AT_ONCE);
        await Promise.all(batch.map((article) => this.write(scope, caller, article, request.active ?? true)));
      }
    } finally {
      if (changed.length > 0) await this.revisions.increment(scope);
    }
    const { userId, companyId } = caller;
    this.logger.log({ message: 'articles imported', userId, companyId, count: changed.length });
    return plan;
  }

  private async write(scope: CompanyScope, caller: Principal, article: ReadArticle, active: boolean): Promise<void> {
    const { kind, title, content, language, synonyms } = article;
    const input = { kind, title, content, language, ...(synonyms ? { synonyms } : {}) };
    const fields = articleFields(input, { kind, title, content, synonyms: [], language, active });
    await this.articles.saveByTitle(scope, fields, authorOf(caller), synonyms !== undefined);
  }

  /** The stored articles of the titles, by language and title. */
  private async known(
    scope: CompanyScope,
    articles: readonly ReadArticle[],
  ): Promise<ReadonlyMap<string, KnowledgeArticle>> {
    const byLanguage = Map.groupBy(articles, ({ language }) => language);
    const found = await Promise.all(
      [...byLanguage].map(([language, those]) =>
        this.articles.withTitles(
          scope,
          language,
          those.map(({ title }) => titleKey(title)),
        ),
      ),
    );
    return new Map(found.flat().map((article) => [keyOf(article), article]));
  }
}

const keyOf = ({ language, title }: Pick<ReadArticle, 'language' | 'title'>): string =>
  `${language} ${titleKey(title)}`;

function hasFields(stored: KnowledgeArticle, { kind, title, content, synonyms }: ReadArticle): boolean {
  const sameSynonyms = synonyms === undefined || synonyms.join('\n') === stored.synonyms.join('\n');
  return stored.kind === kind && stored.title === title && stored.content === content && sameSynonyms;
}
