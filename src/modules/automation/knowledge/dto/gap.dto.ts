import { ApiProperty } from '@nestjs/swagger';
import { Choice, PageQueryDto } from '../../../../core/http/index.js';
import { GAP_STATUSES, type GapStatus, type KnowledgeGap } from '../schemas/knowledge-gap.schema.js';

/** A question is answered by an article that is made with `gap_id`. */
const SET_STATUSES = ['open', 'dismissed'] as const;

export class GapQueryDto extends PageQueryDto {
  @Choice(GAP_STATUSES, { optional: true, description: '`open` if left out' })
  status?: GapStatus;
}

export class UpdateGapDto {
  @Choice(SET_STATUSES)
  status!: (typeof SET_STATUSES)[number];
}

export class GapDto {
  _id!: string;
  @ApiProperty({ description: 'The words of the last customer, without phone numbers and mail addresses' })
  question!: string;
  @ApiProperty({ example: 'pt' }) language!: string;
  @ApiProperty({ type: 'integer', description: 'How often it was asked' }) count!: number;
  @ApiProperty({ enum: GAP_STATUSES }) status!: GapStatus;
  @ApiProperty({ type: String, nullable: true }) contact_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) last_conversation_id!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The article that answers it' })
  article_id!: string | null;
  last_asked_at!: Date;
  created_at!: Date;
}

export class GapPageDto {
  items!: GapDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toGapDto(gap: KnowledgeGap): GapDto {
  const { _id, question, language, count, status, last_asked_at, created_at } = gap;
  return {
    _id: _id.toHexString(),
    question,
    language,
    count,
    status,
    contact_id: gap.contact_id?.toHexString() ?? null,
    last_conversation_id: gap.last_conversation_id?.toHexString() ?? null,
    article_id: gap.article_id?.toHexString() ?? null,
    last_asked_at,
    created_at,
  };
}
