import { ApiProperty, PickType } from '@nestjs/swagger';
import { PageQueryDto } from '../../../../core/http/index.js';

export class ListFailedJobsQueryDto extends PickType(PageQueryDto, ['limit']) {}

/** Background work that used up its attempts. It is kept for 30 days. */
export class FailedJobDto {
  id!: string;

  /** The kind of work, for instance `media.fetch-message-files`. */
  name!: string;

  /** The ids that the work is about. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload!: unknown;

  attempts!: number;

  /** What the last attempt ended with, without secrets. */
  error!: string;

  failed_at!: Date;
}

export class FailedJobListDto {
  @ApiProperty({ type: [FailedJobDto] })
  items!: FailedJobDto[];
}
