import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Flag, Id, Instant, Parts, RawText } from '../../../../core/http/index.js';
import { MAX_ATTACHMENTS, MAX_CONTENT_LENGTH, OUTGOING_ATTACHMENT_TYPES } from '../../message-log/index.js';
import { AttachmentInputDto } from '../../messages/index.js';
import { SCHEDULED_STATES, type ScheduledReason, type ScheduledState } from '../schemas/scheduled-message.schema.js';

const EXAMPLE_TIME = '2030-01-31T09:00:00Z';

/** A reply for later. */
export class ScheduleMessageDto {
  /** Content or an attachment is needed. */
  @RawText(MAX_CONTENT_LENGTH, { optional: true })
  content?: string;

  @Parts(() => AttachmentInputDto, MAX_ATTACHMENTS, { optional: true })
  attachments?: AttachmentInputDto[];

  /** The message of this conversation that it quotes. */
  @Id({ optional: true })
  reply_to?: string;

  /** In the future, at most 5 years ahead. */
  @Instant({ example: EXAMPLE_TIME })
  send_at!: string;

  /** Whether it is not sent if the customer writes before. */
  @Flag({ optional: true, default: false })
  cancel_on_reply?: boolean;
}

/** A new `send_at` also schedules a message again that failed or was cancelled. */
export class UpdateScheduledMessageDto extends PartialType(OmitType(ScheduleMessageDto, ['reply_to'])) {}

export class ScheduledFileDto {
  @ApiProperty({ enum: OUTGOING_ATTACHMENT_TYPES })
  type!: string;

  url!: string;

  @ApiProperty({ type: String, nullable: true })
  file_description!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  mime_type!: string | null;

  /** Bytes. */
  @ApiProperty({ type: Number, nullable: true })
  size!: number | null;
}

export class ScheduledReasonDto implements ScheduledReason {
  /** Stable, for instance CUSTOMER_REPLIED, TOO_LATE, AUTHOR_GONE or WINDOW_CLOSED. */
  code!: string;

  /** For staff. */
  message!: string;
}

/** A message that waits for its time, or that was not sent then. Once it is sent it is an ordinary message. */
export class ScheduledMessageDto {
  _id!: string;
  conversation_id!: string;

  /** The user in whose name it is sent. */
  author_id!: string;

  content!: string;

  @ApiProperty({ type: [ScheduledFileDto] })
  attachments!: ScheduledFileDto[];

  @ApiProperty({ type: String, nullable: true })
  reply_to!: string | null;

  send_at!: Date;
  cancel_on_reply!: boolean;

  /** `sending`: it can no longer be stopped. `failed`, `cancelled`: `reason` says why. */
  @ApiProperty({ enum: SCHEDULED_STATES })
  state!: ScheduledState;

  @ApiProperty({ type: ScheduledReasonDto, nullable: true })
  reason!: ScheduledReasonDto | null;

  /** For If-Match. */
  version!: number;

  created_at!: Date;
  updated_at!: Date;
}

export class ScheduledMessageListDto {
  /** In the order of `send_at`. */
  @ApiProperty({ type: [ScheduledMessageDto] })
  items!: ScheduledMessageDto[];
}
