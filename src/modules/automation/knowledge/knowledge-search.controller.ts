import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { KnowledgeSearchQueryDto, PreviewArticleDto } from './dto/knowledge-input.dto.js';
import { ArticlePreviewDto, RetrievalDto } from './dto/retrieval.dto.js';
import { cleanLine, cleanText } from './ingestion/index.js';
import { chunksOf, MIN_SCORE } from './retrieval/index.js';
import { RetrieverService } from './retriever.service.js';

/** What would be found, and how a text would be stored. */
@ApiTags('Knowledge')
@Controller('knowledge')
export class KnowledgeSearchController {
  constructor(private readonly retriever: RetrieverService) {}

  /**
   * The parts of active articles that answer a question.
   * @remarks If no part covers enough of the question, `abstained` is true and there are no snippets.
   */
  @Get('search')
  @Allow('knowledge:read')
  @ApiOkResponse({ type: RetrievalDto })
  @ApiErrors(400, 401, 403)
  async search(
    @CurrentCompany() scope: CompanyScope,
    @Query() { q, language }: KnowledgeSearchQueryDto,
  ): Promise<RetrievalDto> {
    const { snippets, ...rest } = await this.retriever.search(scope, { query: q, language });
    return { snippets: [...snippets], ...rest, min_score: MIN_SCORE };
  }

  /** Shows how an article would be stored and cut into parts. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Allow('knowledge:manage')
  @BodyExample(PreviewArticleDto, { title: 'Prices', content: '# Baths\nA bath costs <b>20</b>.' })
  @ApiOkResponse({ type: ArticlePreviewDto })
  @ApiErrors(400, 401, 403)
  preview(@Body() { kind = 'article', ...input }: PreviewArticleDto): ArticlePreviewDto {
    const title = cleanLine(input.title);
    const { text: content, markup, invisible } = cleanText(input.content);
    const chunks = chunksOf({ id: '', kind, language: '', title, content, synonyms: [] });
    return {
      title,
      content,
      removed_markup: markup,
      removed_invisible: invisible,
      chunks: chunks.map(({ path, text }) => ({ title: path.join(' › '), text })),
    };
  }
}
