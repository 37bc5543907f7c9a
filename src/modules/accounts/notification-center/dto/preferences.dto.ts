import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Field } from '../../../../core/http/index.js';
import {
  MAILED_KINDS,
  NOTIFICATION_WAYS,
  type NotificationKind,
  type NotificationWay,
  type NotificationWays,
} from '../../users/index.js';

const DESCRIPTIONS: Readonly<Record<NotificationKind, string>> = {
  my_message: 'A customer writes in a conversation that is assigned to the user',
  unassigned_message: 'A customer writes in a conversation that nobody has taken',
  mention: 'A note mentions the user',
  assignment: 'A colleague assigns a conversation to the user',
  channel_trouble: 'A channel has to be connected again, now or soon; only owners and managers are told',
  waitlist_offer: 'A time is free for somebody on the waitlist',
  emergency: 'A customer writes that an animal is in danger',
  assistant_budget: 'The budget of the assistant is spent; only owners and managers are told',
};

const waysFor = (kind: NotificationKind): NotificationWay[] =>
  NOTIFICATION_WAYS.filter((way) => way !== 'mail' || MAILED_KINDS.includes(kind));

const Ways = (kind: NotificationKind): PropertyDecorator =>
  Field(
    { type: String, isArray: true, enum: waysFor(kind) },
    { description: DESCRIPTIONS[kind] },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(NOTIFICATION_WAYS.length),
    IsIn(waysFor(kind), { each: true, message: `each value in $property must be one of ${waysFor(kind).join(', ')}` }),
  );

const Shown = (kind: NotificationKind): PropertyDecorator =>
  ApiProperty({ enum: waysFor(kind), isArray: true, description: DESCRIPTIONS[kind] });

/** The ways in which each kind of event is announced. With an empty list, it is only shown under the bell. */
export class NotificationPreferencesDto implements NotificationWays {
  @Shown('my_message') my_message!: NotificationWay[];
  @Shown('unassigned_message') unassigned_message!: NotificationWay[];
  @Shown('mention') mention!: NotificationWay[];
  @Shown('assignment') assignment!: NotificationWay[];
  @Shown('channel_trouble') channel_trouble!: NotificationWay[];
  @Shown('waitlist_offer') waitlist_offer!: NotificationWay[];
  @Shown('emergency') emergency!: NotificationWay[];
  @Shown('assistant_budget') assistant_budget!: NotificationWay[];
}

export class SetNotificationPreferencesDto implements NotificationWays {
  @Ways('my_message') my_message!: NotificationWay[];
  @Ways('unassigned_message') unassigned_message!: NotificationWay[];
  @Ways('mention') mention!: NotificationWay[];
  @Ways('assignment') assignment!: NotificationWay[];
  @Ways('channel_trouble') channel_trouble!: NotificationWay[];
  @Ways('waitlist_offer') waitlist_offer!: NotificationWay[];
  @Ways('emergency') emergency!: NotificationWay[];
  @Ways('assistant_budget') assistant_budget!: NotificationWay[];
}
