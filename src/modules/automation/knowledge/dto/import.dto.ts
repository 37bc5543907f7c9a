import { ApiProperty } from '@nestjs/swagger';
import { Choice, QueryFlag } from '../../../../core/http/index.js';
import { BrokenRowDto } from '../../../customers/customer-imports/index.js';
import { IMPORT_FORMATS, type ImportFormat } from '../import/import-rows.js';
import { IMPORT_OUTCOMES, type ImportOutcome, type ImportPlan } from '../import/knowledge-import.service.js';
import { KNOWLEDGE_KINDS, type KnowledgeKind } from '../schemas/knowledge-article.schema.js';
import { Language } from './knowledge-input.dto.js';

export class ImportKnowledgeDto {
  @ApiProperty({ type: String, format: 'binary', description: 'A CSV file or a text: at most 5 MB and 1,000 articles' })
  file!: unknown;
}

export class ImportKnowledgeQueryDto {
  @Choice(IMPORT_FORMATS, { optional: true, description: '`csv` if left out' })
  format?: ImportFormat;

  @QueryFlag({ description: '`true`: change nothing, and answer with what would happen and all problems' })
  check?: boolean;

  @Choice(KNOWLEDGE_KINDS, { optional: true, description: 'Of rows that name no kind; `article` if left out' })
  kind?: KnowledgeKind;

  /** Of rows that name no language. Left out: the language of the company. */
  @Language({ optional: true })
  language?: string;

  @QueryFlag({ description: '`false`: new articles are drafts' })
  active?: boolean;
}

export class ImportedArticleDto {
  @ApiProperty({ type: 'integer', description: 'The line of the text, or the row of the spreadsheet' }) row!: number;
  @ApiProperty({ enum: KNOWLEDGE_KINDS }) kind!: KnowledgeKind;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'As it is stored, at most the first 500 characters' }) excerpt!: string;
  @ApiProperty() language!: string;
  @ApiProperty({ enum: IMPORT_OUTCOMES, description: '`updated`: an article of the same title gets the text' })
  outcome!: ImportOutcome;
}

export class ImportResultDto {
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: () => [ImportedArticleDto] }) articles!: ImportedArticleDto[];
  @ApiProperty({ type: () => [BrokenRowDto], description: 'Empty unless `check` is true' }) problems!: BrokenRowDto[];
}

const MAX_EXCERPT = 500;

export function toImportResultDto({ articles, broken }: ImportPlan): ImportResultDto {
  const count = (wanted: ImportOutcome): number => articles.filter(({ outcome }) => outcome === wanted).length;
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    articles: articles.map(({ row, kind, title, content, language, outcome }) => {
      const excerpt = content.slice(0, MAX_EXCERPT).toWellFormed();
      return { row, kind, title, excerpt, language, outcome };
    }),
    problems: broken.map(({ row, problems }) => ({ row, problems })),
  };
}
