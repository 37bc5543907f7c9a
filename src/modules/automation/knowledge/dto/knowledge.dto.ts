import { ApiProperty } from '@nestjs/swagger';
import type { NameOf } from '../knowledge-authors.js';
import {
  KNOWLEDGE_KINDS,
  type KnowledgeArticle,
  type KnowledgeAuthor,
  type KnowledgeKind,
} from '../schemas/knowledge-article.schema.js';

const MAX_EXCERPT = 200;

export class KnowledgeAuthorDto {
  _id!: string;
  @ApiProperty({ description: 'Of a person, or the name of an API key; empty if the person is gone' })
  full_name!: string;
}

export class ArticleHeadDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ enum: KNOWLEDGE_KINDS }) kind!: KnowledgeKind;
  @ApiProperty({ example: 'What are your opening hours?' }) title!: string;
  @ApiProperty({ type: [String] }) synonyms!: string[];
  @ApiProperty({ example: 'pt-BR' }) language!: string;
  @ApiProperty({ description: 'False: a draft, which nobody finds' }) active!: boolean;
  @ApiProperty({ type: 'integer', description: 'The version that If-Match takes' }) version!: number;
  @ApiProperty({ type: () => KnowledgeAuthorDto }) created_by!: KnowledgeAuthorDto;
  @ApiProperty({ type: () => KnowledgeAuthorDto }) updated_by!: KnowledgeAuthorDto;
  @ApiProperty() created_at!: Date;
  @ApiProperty() updated_at!: Date;
}

export class ArticleDto extends ArticleHeadDto {
  @ApiProperty({ description: 'Without HTML and invisible characters' }) content!: string;
}

/** An article of a list, without its text. */
export class ArticleRowDto extends ArticleHeadDto {
  @ApiProperty({ description: 'The first 200 characters of the content' }) excerpt!: string;
}

export class ArticlePageDto {
  items!: ArticleRowDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toArticleDto(article: KnowledgeArticle, nameOf: NameOf): ArticleDto {
  return { ...headOf(article, nameOf), content: article.content };
}

export function toArticleRowDto(article: KnowledgeArticle, nameOf: NameOf): ArticleRowDto {
  return { ...headOf(article, nameOf), excerpt: article.content.slice(0, MAX_EXCERPT).toWellFormed() };
}

function headOf(article: KnowledgeArticle, nameOf: NameOf): ArticleHeadDto {
  const { _id, kind, title, synonyms, language, active, revision, created_at, updated_at } = article;
  const author = (by: KnowledgeAuthor): KnowledgeAuthorDto => ({ _id: by._id.toHexString(), full_name: nameOf(by) });
  const by = { created_by: author(article.created_by), updated_by: author(article.updated_by) };
  const head = { _id: _id.toHexString(), kind, title, synonyms, language, active, version: revision };
  return { ...head, ...by, created_at, updated_at };
}
