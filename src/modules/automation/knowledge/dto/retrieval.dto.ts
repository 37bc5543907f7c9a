import { ApiProperty } from '@nestjs/swagger';
import { KNOWLEDGE_KINDS, type KnowledgeKind } from '../schemas/knowledge-article.schema.js';

export class SnippetSourceDto {
  @ApiProperty() article_id!: string;
  @ApiProperty({ enum: KNOWLEDGE_KINDS }) kind!: KnowledgeKind;
  @ApiProperty({ example: 'pt-BR' }) language!: string;
}

export class SnippetDto {
  @ApiProperty({ description: 'The id of the article and the place of the part' }) id!: string;
  @ApiProperty({ description: 'The title of the article and the headings above the text' }) title!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'The part of the question that it covers' }) score!: number;
  @ApiProperty({ type: () => SnippetSourceDto }) source!: SnippetSourceDto;
}

export class RetrievalDto {
  @ApiProperty({ type: () => [SnippetDto], description: 'The best first; at most 4' }) snippets!: SnippetDto[];
  @ApiProperty({ description: 'True: nothing is good enough to answer with' }) abstained!: boolean;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'Of the best part, also if it is not good enough' })
  top_score!: number;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'The score that an answer needs' }) min_score!: number;
}

export class PreviewChunkDto {
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
}

export class ArticlePreviewDto {
  @ApiProperty({ description: 'As it would be stored' }) title!: string;
  @ApiProperty({ description: 'As it would be stored' }) content!: string;
  @ApiProperty({ type: 'integer', description: 'HTML tags and comments that were taken out of the content' })
  removed_markup!: number;
  @ApiProperty({ type: 'integer', description: 'Invisible characters that were taken out of the content' })
  removed_invisible!: number;
  @ApiProperty({ type: () => [PreviewChunkDto], description: 'The parts that are found one by one' })
  chunks!: PreviewChunkDto[];
}
