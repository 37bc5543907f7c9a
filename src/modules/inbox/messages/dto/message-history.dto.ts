import { PageQueryDto, QueryNumber } from '../../../../core/http/index.js';
import { MessagePageDto } from './message-response.dto.js';

/** At most one of `cursor`, `around_seq` and `after_seq`. */
export class HistoryQueryDto extends PageQueryDto {
  /** `seq` of a message. Half of the page ends with this message, the other half comes after it. */
  @QueryNumber(0, Number.MAX_SAFE_INTEGER)
  around_seq?: number;

  /** Only messages with a higher `seq`, from the lowest of them on. */
  @QueryNumber(0, Number.MAX_SAFE_INTEGER)
  after_seq?: number;
}

export class MessageHistoryDto extends MessagePageDto {
  /** Whether there are newer messages than these: ask for them with `after_seq`. */
  has_newer!: boolean;
}
