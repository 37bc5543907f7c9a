import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, PageQueryDto } from '../../../../core/http/index.js';
import { type Message, MESSAGE_STATUSES, type MessageStatus } from '../../../inbox/message-log/index.js';
import {
  REMINDER_ANSWERS,
  REMINDER_STATES,
  type Reminder,
  type ReminderAnswer,
  type ReminderState,
} from '../schemas/reminder.schema.js';
import {
  REMINDER_CHANNELS,
  REMINDER_KINDS,
  type ReminderChannel,
  type ReminderKind,
} from '../schemas/reminder-rule.schema.js';

const DATE = { type: String, format: 'date-time', example: '2030-01-07T09:00:00.000Z' } as const;

export class ListRemindersDto extends PageQueryDto {
  @Choice(REMINDER_STATES, { optional: true })
  state?: ReminderState;

  @Id({ optional: true })
  rule_id?: string;

  @Id({ optional: true })
  contact_id?: string;

  @Id({ optional: true })
  appointment_id?: string;
}

export class ClosedWayDto {
  @ApiProperty({ enum: REMINDER_CHANNELS })
  way!: ReminderChannel;

  @ApiProperty({ example: 'no_open_conversation' })
  reason!: string;
}

/** One message to a customer that a rule asked for, sent or not. */
export class ReminderDto {
  @ApiProperty({ example: '65a000000000000000000001' })
  _id!: string;

  @ApiProperty()
  rule_id!: string;

  @ApiProperty({ enum: REMINDER_KINDS })
  kind!: ReminderKind;

  @ApiProperty()
  contact_id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Ana Prado' })
  contact_name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  appointment_id!: string | null;

  @ApiProperty({ ...DATE, description: 'The start of the visit, or the last day of the vaccination' })
  starts_at!: string;

  @ApiProperty({ enum: REMINDER_STATES, description: 'unknown: a mail that may have arrived; it is not sent again' })
  state!: ReminderState;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'no_way',
    description:
      'Why it was skipped or failed: rule_off, appointment_gone, cancelled, no_show, moved, not_confirmed, begun, not_completed, other_customer, contact_gone, opted_out, late, quiet_hours, booked_again, asked_before, renewed, outdated, no_way (see closed_ways), mail_server',
  })
  reason!: string | null;

  @ApiProperty({ type: [ClosedWayDto], description: 'Ways that were tried before it was skipped' })
  closed_ways!: ClosedWayDto[];

  @ApiProperty({ enum: REMINDER_CHANNELS, nullable: true })
  way!: ReminderChannel | null;

  @ApiProperty({ type: String, nullable: true })
  conversation_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  message_id!: string | null;

  @ApiProperty({ enum: MESSAGE_STATUSES, nullable: true, description: 'Of the message' })
  message_status!: MessageStatus | null;

  @ApiProperty({
    enum: REMINDER_ANSWERS,
    nullable: true,
    description: 'cancel_asked: the customer was told the fee; kept: the customer keeps the appointment because of it',
  })
  answer!: ReminderAnswer | null;

  @ApiProperty({ ...DATE, nullable: true })
  answered_at!: string | null;

  @ApiProperty({ ...DATE, nullable: true, description: 'When it was sent or skipped' })
  settled_at!: string | null;

  @ApiProperty(DATE)
  created_at!: string;
}

export class ReminderPageDto {
  @ApiProperty({ type: [ReminderDto], description: 'The newest first' })
  items!: ReminderDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** @param posted messages of the reminders @param names of the contacts by their hex id */
export function toReminderDto(
  reminder: Reminder,
  posted: readonly Message[],
  names: ReadonlyMap<string, string>,
): ReminderDto {
  const { attempt, message_id, state, contact_id } = reminder;
  const { kind, reason, closed_ways, answer } = reminder;
  return {
    ...{ kind, state, reason, closed_ways, answer },
    _id: reminder._id.toHexString(),
    rule_id: reminder.rule_id.toHexString(),
    contact_id: contact_id.toHexString(),
    contact_name: names.get(contact_id.toHexString()) ?? null,
    appointment_id: reminder.appointment_id?.toHexString() ?? null,
    starts_at: reminder.starts_at.toISOString(),
    way: state === 'skipped' ? null : (attempt?.way ?? null),
    conversation_id: attempt?.conversation_id?.toHexString() ?? null,
    message_id: message_id?.toHexString() ?? null,
    message_status: posted.find(({ _id }) => message_id?.equals(_id))?.status ?? null,
    answered_at: reminder.answered_at?.toISOString() ?? null,
    settled_at: reminder.settled_at?.toISOString() ?? null,
    created_at: reminder.created_at.toISOString(),
  };
}
