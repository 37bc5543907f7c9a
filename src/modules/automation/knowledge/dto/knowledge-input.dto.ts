import { PartialType } from '@nestjs/swagger';
import {
  Choice,
  type FieldOptions,
  Flag,
  Id,
  PageQueryDto,
  Pattern,
  QueryFlag,
  Text,
  Texts,
} from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import {
  LANGUAGE_TAG,
  MAX_CONTENT_LENGTH,
  MAX_QUESTION_LENGTH,
  MAX_SYNONYM_LENGTH,
  MAX_SYNONYMS,
  MAX_TITLE_LENGTH,
} from '../knowledge-limits.js';
import { KNOWLEDGE_KINDS, type KnowledgeKind } from '../schemas/knowledge-article.schema.js';

export const Language = (options: FieldOptions): PropertyDecorator =>
  Pattern(LANGUAGE_TAG, 'a language tag such as en or pt-BR', { example: 'pt-BR', ...options });

export class ArticleFieldsDto {
  /** `faq`: the title is a question, the content its answer. Left out: `article`. */
  @Choice(KNOWLEDGE_KINDS, { optional: true })
  kind?: KnowledgeKind;

  /** Unique in the company and language, whatever its case and accents. */
  @Text(MAX_TITLE_LENGTH)
  title!: string;

  /** Plain text; lines that begin with # are headings. HTML and invisible characters are taken out. */
  @Text(MAX_CONTENT_LENGTH)
  content!: string;

  /** Other words by which customers ask for it. */
  @Texts(MAX_SYNONYMS, MAX_SYNONYM_LENGTH, { optional: true })
  synonyms?: string[];

  /** Left out: the language of the company. */
  @Language({ optional: true })
  language?: string;

  /** False: a draft, which nobody finds. Left out: true. */
  @Flag({ optional: true })
  active?: boolean;
}

export class CreateArticleDto extends ArticleFieldsDto {
  /** The open question that the article answers; it is closed. */
  @Id({ optional: true })
  gap_id?: string;
}

/** Fields that are left out stay as they are. */
export class UpdateArticleDto extends PartialType(ArticleFieldsDto, { skipNullProperties: false }) {}

export class ArticleQueryDto extends PageQueryDto {
  /** Words of the title, the synonyms or the beginning of the content, or their beginnings. */
  @Text(MAX_QUERY_LENGTH, { optional: true })
  search?: string;

  @Language({ optional: true })
  language?: string;

  @Choice(KNOWLEDGE_KINDS, { optional: true })
  kind?: KnowledgeKind;

  /** `false`: only drafts. */
  @QueryFlag()
  active?: boolean;
}

export class PreviewArticleDto {
  @Choice(KNOWLEDGE_KINDS, { optional: true })
  kind?: KnowledgeKind;

  @Text(MAX_TITLE_LENGTH)
  title!: string;

  @Text(MAX_CONTENT_LENGTH)
  content!: string;
}

export class KnowledgeSearchQueryDto {
  /** A question as a customer writes it. */
  @Text(MAX_QUESTION_LENGTH, { example: 'When do you open on Saturday?' })
  q!: string;

  /** The language of the question; after its texts, those of the company's language are searched. Left out: all. */
  @Language({ optional: true })
  language?: string;
}
