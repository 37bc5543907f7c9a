import { ApiProperty } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Ids } from '../../../../core/http/index.js';
import { type Notification, NOTIFICATION_TYPES, type NotificationType } from '../schemas/notification.schema.js';

const MAX_IDS = 100;

/** A notification of one event. */
export class NotificationDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ enum: NOTIFICATION_TYPES })
  type!: NotificationType;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'Ids and times of what it is about, for instance `conversation_id` and `seq`',
  })
  data!: Record<string, string | number>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Names and texts to show, for instance `author`, `contact` and `text`',
  })
  words!: Record<string, string>;

  @ApiProperty({ type: Date, nullable: true, description: 'Null: unread' })
  read_at!: Date | null;

  @ApiProperty()
  created_at!: Date;
}

export class NotificationPageDto {
  @ApiProperty({ type: [NotificationDto] })
  items!: NotificationDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end' })
  nextCursor!: string | null;

  @ApiProperty({ description: 'Unread notifications on all pages together' })
  unread!: number;
}

export class ReadNotificationsDto {
  @Ids(MAX_IDS, { optional: true, description: 'Left out: all' })
  ids?: string[];
}

export class ReadNotificationsAnswerDto {
  @ApiProperty({ description: 'How many were unread' })
  updated!: number;
}

export function toNotificationDto({ _id, type, data, words, read_at, created_at }: Notification): NotificationDto {
  return { _id: _id.toHexString(), type, data, words, read_at, created_at };
}

export const toIds = (ids: readonly string[] | undefined): Types.ObjectId[] | undefined =>
  ids?.map((id) => new Types.ObjectId(id));
