import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Flag, Id, Instant, Parts, RawText } from '../../../../core/http/index.js';
import { MAX_ATTACHMENTS, MAX_CONTENT_LENGTH, OUTGOING_ATTACHMENT_TYPES } from '../../message-log/index.js';
import { AttachmentInputDto, MAX_CLIENT_ID_LENGTH } from '../../messages/index.js';
import { SCHEDULED_STATES, type ScheduledReason, type ScheduledState } from '../schemas/scheduled-message.schema.js';

const EXAMPLE_TIME = '2030-01-31T09:00:00Z';

/** A reply to be sent later. */
export class ScheduleMessageDto {
  /** Content or an attachment is needed. */
  @RawText(MAX_CONTENT_LENGTH, { optional: true })
  content?: string;

  @Parts(() => AttachmentInputDto, MAX_ATTACHMENTS, { optional: true })
  attachments?: AttachmentInputDto[];

  /** The quoted message of this conversation. */
  @Id({ optional: true })
  reply_to?: string;

  /** In the future, at most 5 years ahead. */
  @Instant({ example: EXAMPLE_TIME })
  send_at!: string;

  /** Cancels it if the customer writes first. */
  @Flag({ optional: true, default: false })
  cancel_on_reply?: boolean;

  /**
   * The client's own id. While the message is not sent, a repeated call returns it as it is and schedules no other one. Other
   * words under the same id are 409 CLIENT_ID_REUSED.
   */
  @RawText(MAX_CLIENT_ID_LENGTH, { optional: true, minLength: 1 })
  client_id?: string;
}

/** A new `send_at` also schedules a failed or cancelled message again. */
export class UpdateScheduledMessageDto extends PartialType(OmitType(ScheduleMessageDto, ['reply_to', 'client_id'])) {}

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
  /** Stable, for instance CUSTOMER_REPLIED, TOO_LATE, AUTHOR_GONE, NOT_POSTED or WINDOW_CLOSED. */
  code!: string;

  /** A sentence for staff. */
  message!: string;
}

/** A message that waits for its time, or that was not sent. A sent one becomes an ordinary message. */
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

  /** `sending`: it can no longer be changed. `failed`, `cancelled`: `reason` says why. */
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
  /** Sorted by `send_at`. */
  @ApiProperty({ type: [ScheduledMessageDto] })
  items!: ScheduledMessageDto[];
}
