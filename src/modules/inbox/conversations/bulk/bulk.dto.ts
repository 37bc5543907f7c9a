import { ApiProperty } from '@nestjs/swagger';
import { Choice, Flag, Id, Ids, Instant, Part, RawText, Text, WholeNumber } from '../../../../core/http/index.js';
import { MAX_LABEL_LENGTH } from '../../labels/index.js';
import { ConversationFilterDto } from '../dto/conversation.dto.js';
import { CONVERSATION_STATUSES, type ConversationStatus } from '../schemas/conversation.schema.js';

/** The most conversations that one bulk change takes. */
export const MAX_BULK = 5_000;
/** The most conversations that a bulk change names by their ids. */
export const MAX_BULK_IDS = 200;

/** Exactly one field; `snoozed_until` goes with status `snoozed`. */
export class BulkActionDto {
  @Choice(CONVERSATION_STATUSES, { optional: true })
  status?: ConversationStatus;

  /** Until when; null for "until the next message". */
  @Instant({ nullable: true })
  snoozed_until?: string | null;

  /** The id of a staff member; null frees the conversations. It also takes what colleagues have. */
  @Id({ nullable: true })
  assigned_to?: string | null;

  @Text(MAX_LABEL_LENGTH, { optional: true })
  add_label?: string;

  @RawText(MAX_LABEL_LENGTH, { optional: true, minLength: 1 })
  remove_label?: string;

  /** Marks them as read (`true`) or unread (`false`) for the caller; it cannot be undone. */
  @Flag({ optional: true })
  read?: boolean;
}

export class BulkFilterDto extends ConversationFilterDto {
  /** Only these conversations. Ids that do not exist are left out. */
  @Ids(MAX_BULK_IDS, { optional: true, minItems: 1 })
  ids?: string[];
}

export class BulkChangeDto {
  /** The filters of `GET /conversations`, and `ids`. */
  @Part(() => BulkFilterDto)
  filter!: BulkFilterDto;

  @Part(() => BulkActionDto)
  action!: BulkActionDto;

  /** How many conversations the caller expects; another number is 409 COUNT_CHANGED. */
  @WholeNumber(0, MAX_BULK, { optional: true })
  expected_count?: number;
}

export class StartedBulkDto {
  job_id!: string;
  /** How many conversations will change; fewer do if some are like that already. */
  count!: number;
  /** Undoes the change, until 60 seconds after its end; null if the change cannot be undone. */
  @ApiProperty({ type: String, nullable: true }) undo_token!: string | null;
}

export class UndoBulkDto {
  @RawText(64, { minLength: 1 })
  undo_token!: string;
}

export class UndoneBulkDto {
  job_id!: string;
  /** How many conversations the change was for. */
  count!: number;
}
