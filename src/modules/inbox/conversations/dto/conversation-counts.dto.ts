import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import { type View, VIEWS } from '../conversation-views.js';

export class CountViewsDto {
  /** Views separated by commas; all of them where it is missing. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : (value as unknown)))
  @ArrayMaxSize(VIEWS.length)
  @IsIn(VIEWS, { each: true })
  @ApiPropertyOptional({ type: String, example: 'mine,unassigned' })
  views?: View[];
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
