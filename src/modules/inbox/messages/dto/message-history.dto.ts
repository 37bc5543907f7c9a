import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageQueryDto } from '../../../../core/http/index.js';
import { MessagePageDto } from './message-response.dto.js';

/** At most one of `cursor`, `around_seq` and `after_seq`. */
export class HistoryQueryDto extends PageQueryDto {
  /** `seq` of a message: half of the page before and with it, half after it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  around_seq?: number;

  /** Only messages with a higher `seq`, from the lowest of them on. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  after_seq?: number;
}

export class MessageHistoryDto extends MessagePageDto {
  /** Whether there are newer messages than these: ask for them with `after_seq`. */
  has_newer!: boolean;
}
