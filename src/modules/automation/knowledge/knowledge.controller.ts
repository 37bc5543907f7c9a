import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ArticleDto, ArticlePageDto, toArticleDto, toArticleRowDto } from './dto/knowledge.dto.js';
import { ArticleQueryDto, CreateArticleDto, UpdateArticleDto } from './dto/knowledge-input.dto.js';
import { KnowledgeAuthors } from './knowledge-authors.js';
import { KnowledgeService } from './knowledge.service.js';
import type { KnowledgeArticle } from './schemas/knowledge-article.schema.js';

const EXAMPLE = {
  kind: 'faq',
  title: 'What are your opening hours?',
  content: 'We are open Monday to Saturday from 9 am to 6 pm.',
  language: 'en',
} as const;

@ApiTags('Knowledge')
@Controller('knowledge')
export class KnowledgeController {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly authors: KnowledgeAuthors,
  ) {}

  /** The articles of the company by title, without their texts. */
  @Get()
  @Allow('knowledge:read')
  @ApiOkResponse({ type: ArticlePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, ...filter }: ArticleQueryDto,
  ): Promise<ArticlePageDto> {
    const { items, nextCursor } = await this.knowledge.list(scope, filter, { limit, cursor });
    const nameOf = await this.authors.names(scope, items);
    return { items: items.map((article) => toArticleRowDto(article, nameOf)), nextCursor };
  }

  /**
   * Adds an article, or a question with its answer.
   * @remarks TITLE_TAKEN: another article of this language has the title. KNOWLEDGE_FULL: a company has at most 2,000
   * articles. With `gap_id` the question is closed.
   */
  @Post()
  @Allow('knowledge:manage')
  @BodyExample(CreateArticleDto, EXAMPLE)
  @ApiCreatedResponse({ type: ArticleDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() { gap_id, ...input }: CreateArticleDto,
  ): Promise<ArticleDto> {
    const gapId = gap_id === undefined ? undefined : toObjectId(gap_id);
    return this.shown(scope, await this.knowledge.create(scope, caller, input, gapId));
  }

  /** One article. */
  @Get(':id')
  @Allow('knowledge:read')
  @Versioned()
  @ApiOkResponse({ type: ArticleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ArticleDto> {
    return this.shown(scope, await this.knowledge.get(scope, id));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('knowledge:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateArticleDto, { content: 'We are open every day from 9 am to 6 pm.' })
  @ApiOkResponse({ type: ArticleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateArticleDto,
  ): Promise<ArticleDto> {
    return this.shown(scope, await this.knowledge.change(scope, caller, id, body, version));
  }

  /** Deletes an article. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('knowledge:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.knowledge.remove(scope, caller, id);
  }

  private async shown(scope: CompanyScope, article: KnowledgeArticle): Promise<ArticleDto> {
    return toArticleDto(article, await this.authors.names(scope, [article]));
  }
}
