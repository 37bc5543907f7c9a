import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches } from 'class-validator';
import { type AnyView, VIEW_PATTERN } from '../conversation-views.js';

const MAX_VIEWS = 50;

export class CountViewsDto {
  /** Views, separated by commas. Default: all but those by label. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : (value as unknown)))
  @ArrayMaxSize(MAX_VIEWS)
  @Matches(VIEW_PATTERN, { each: true })
  @ApiPropertyOptional({ type: String, example: 'mine,unassigned' })
  views?: AnyView[];
}

export class ViewCountDto {
  /** Conversations of the view. */
  open!: number;
  /** Those of them in which the caller has unread messages. */
  unread!: number;
}

export class ViewCountsDto {
  /** By the name of the view. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/ViewCountDto' },
    example: { mine: { open: 12, unread: 3 } },
  })
  counts!: Record<string, ViewCountDto>;

  /** `seq` of an event; the counts contain everything up to it. */
  as_of!: number;
}
