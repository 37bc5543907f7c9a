import { ApiProperty } from '@nestjs/swagger';
import { type Message, MESSAGE_STATUSES, type MessageStatus } from '../../../inbox/message-log/index.js';
import {
  type CustomerNotice,
  MAIL_STATES,
  type MailState,
  MESSAGE_NOTICE_STATES,
  type MessageNoticeState,
  NOTICE_KINDS,
  type NoticeKind,
} from '../customer-notice.schema.js';

const DATE = { type: String, format: 'date-time', example: '2030-01-07T09:00:00.000Z' } as const;
const ID = { type: String, nullable: true, example: '65a000000000000000000003' } as const;
const REASON = {
  type: String,
  nullable: true,
  example: null,
  description:
    'Why it was skipped or failed, for example silent, turned_off, told_in_conversation, no_address, too_many_mails, no_open_conversation, WINDOW_CLOSED, outdated, mail_server',
} as const;

export class NoticeMailDto {
  @ApiProperty({ enum: MAIL_STATES, example: 'sent', description: 'unknown: may have arrived; it is not sent again' })
  state!: MailState;

  @ApiProperty(REASON)
  reason!: string | null;

  @ApiProperty({ ...DATE, description: 'Time of the state' })
  at!: string;
}

export class NoticeMessageDto {
  @ApiProperty({ enum: MESSAGE_NOTICE_STATES, example: 'posted' })
  state!: MessageNoticeState;

  @ApiProperty(REASON)
  reason!: string | null;

  @ApiProperty({ ...DATE, description: 'Time of the state' })
  at!: string;

  @ApiProperty(ID)
  conversation_id!: string | null;

  @ApiProperty(ID)
  message_id!: string | null;

  @ApiProperty({ enum: MESSAGE_STATUSES, nullable: true, example: 'delivered', description: 'Of the posted message' })
  status!: MessageStatus | null;
}

/** What the customer was told about an appointment. */
export class CustomerNoticeDto {
  @ApiProperty({ example: '65a000000000000000000001' })
  _id!: string;

  @ApiProperty({ example: '65a000000000000000000002' })
  contact_id!: string;

  @ApiProperty({
    enum: NOTICE_KINDS,
    example: 'confirmed',
    description: 'received: a request that is not approved yet',
  })
  kind!: NoticeKind;

  @ApiProperty({ ...DATE, description: 'The start that the customer was told' })
  starts_at!: string;

  @ApiProperty(DATE)
  created_at!: string;

  @ApiProperty({ type: NoticeMailDto })
  mail!: NoticeMailDto;

  @ApiProperty({ type: NoticeMessageDto })
  message!: NoticeMessageDto;
}

export class CustomerNoticeListDto {
  @ApiProperty({ type: [CustomerNoticeDto], description: 'The oldest first' })
  items!: CustomerNoticeDto[];
}

/** @param posted messages of the notices */
export function toNoticeDto(notice: CustomerNotice, posted: readonly Message[]): CustomerNoticeDto {
  const { _id, contact_id, kind, visit, created_at, mail, message } = notice;
  const { state, reason, at, conversation_id, message_id } = message;
  return {
    _id: _id.toHexString(),
    contact_id: contact_id.toHexString(),
    kind,
    starts_at: visit.starts_at.toISOString(),
    created_at: created_at.toISOString(),
    mail: { state: mail.state, reason: mail.reason, at: mail.at.toISOString() },
    message: {
      ...{ state, reason, at: at.toISOString() },
      conversation_id: conversation_id?.toHexString() ?? null,
      message_id: message_id?.toHexString() ?? null,
      status: posted.find((one) => message_id?.equals(one._id))?.status ?? null,
    },
  };
}
