import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLATFORMS, WINDOW_KINDS } from '../../../customers/contacts/index.js';
import { CHANNEL_STATES } from '../../channels/index.js';
import { CONVERSATION_STATUSES, OWNER_KINDS, PRIORITIES } from '../schemas/conversation.schema.js';

const DATE = { type: String, format: 'date-time' } as const;
const NULLABLE_DATE = { ...DATE, nullable: true } as const;
const NULLABLE_STRING = { type: String, nullable: true } as const;

export class ContactSummaryDto {
  full_name!: string;
  @ApiProperty(NULLABLE_STRING) avatar_url!: string | null;
  @ApiProperty(NULLABLE_STRING) phone!: string | null;
  is_vip!: boolean;
}

export class LastMessageDto {
  _id!: string;
  seq!: number;
  content!: string;
  role!: string;
  @ApiProperty({ enum: ['inbound', 'outbound'] }) direction!: string;
  status!: string;
  @ApiProperty(NULLABLE_STRING) attachment_type!: string | null;
  @ApiProperty(DATE) sent_at!: string;
}

export class OwnerDto {
  @ApiProperty({ enum: OWNER_KINDS }) kind!: string;
  @ApiProperty(NULLABLE_STRING) id!: string | null;
  epoch!: number;
  /** The last change of the owner; missing in older conversations. */
  @ApiPropertyOptional(DATE) since?: string;
}

export class ReplyWindowDto {
  /** In the past: closed until the customer writes. */
  @ApiProperty(DATE) expires_at!: string;
  /** `human_agent`: the standard day is over, and a person (no bot) may still answer. */
  @ApiProperty({ enum: WINDOW_KINDS }) kind!: string;
}

export class TextLimitDto {
  limit!: number;
  /** What counts: Unicode characters, or bytes of UTF-8. */
  @ApiProperty({ enum: ['characters', 'bytes'] }) unit!: string;
}

export class LastReferralDto {
  @ApiProperty(DATE) at!: string;
  /** For instance `ADS`, `SHORTLINK` or, on WhatsApp, `ad`. */
  @ApiPropertyOptional() source?: string;
  /** The name of the link, or WhatsApp's click id (`ctwa_clid`). */
  @ApiPropertyOptional() ref?: string;
  @ApiPropertyOptional() ad_id?: string;
  @ApiPropertyOptional() post_id?: string;
  @ApiPropertyOptional() headline?: string;
  @ApiPropertyOptional() url?: string;
}

export class NextAppointmentDto {
  _id!: string;
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(NULLABLE_STRING) service_name!: string | null;
  /** Among the pets of the contact. Missing in rows that an older version wrote. */
  @ApiPropertyOptional({ type: [String] }) pet_ids?: string[];
}

export class PetSummaryDto {
  _id!: string;
  name!: string;
  @ApiProperty(NULLABLE_STRING) species!: string | null;
}

/** A conversation as socket events bring it. */
export class SharedConversationDto {
  @ApiProperty({ description: 'The version that If-Match takes' }) version!: number;
  _id!: string;
  company_id!: string;
  contact_id!: string;
  @ApiProperty(NULLABLE_STRING) channel_id!: string | null;
  @ApiProperty({ enum: PLATFORMS }) platform!: string;
  contact!: ContactSummaryDto;
  /** The contact's newest pets, at most three. */
  pets!: PetSummaryDto[];
  @ApiProperty({ enum: CONVERSATION_STATUSES }) status!: string;
  @ApiProperty(NULLABLE_DATE) snoozed_until!: string | null;
  @ApiProperty(NULLABLE_STRING) assignee_id!: string | null;
  @ApiProperty(NULLABLE_STRING) team_id!: string | null;
  owner!: OwnerDto;
  @ApiProperty({ enum: ['on', 'off'] }) automation!: string;
  labels!: string[];
  @ApiProperty({ enum: PRIORITIES }) priority!: string;
  @ApiProperty({ type: LastMessageDto, nullable: true }) last_message!: LastMessageDto | null;
  last_seq!: number;
  inbound_count!: number;
  @ApiProperty(NULLABLE_DATE) last_inbound_at!: string | null;
  @ApiProperty(DATE) last_activity_at!: string;
  /** Since when the customer waits for a person's answer. */
  @ApiProperty(NULLABLE_DATE) waiting_since!: string | null;
  /** Until when the platform lets us write, and who may. */
  @ApiProperty({ type: ReplyWindowDto, nullable: true }) reply_window!: ReplyWindowDto | null;
  /** The longest text of one message on the platform; null where PetBuddy cannot send. */
  @ApiProperty({ type: TextLimitDto, nullable: true }) text_limit!: TextLimitDto | null;
  episode!: number;
  /** The ad or link by which the customer came last. */
  @ApiProperty({ type: LastReferralDto, nullable: true }) last_referral!: LastReferralDto | null;
  @ApiProperty({ type: NextAppointmentDto, nullable: true }) next_appointment!: NextAppointmentDto | null;
  @ApiProperty(DATE) created_at!: string;
  @ApiProperty(DATE) updated_at!: string;
}

/** A conversation as one user sees it; a row of a list has the same fields. */
export class ConversationDto extends SharedConversationDto {
  /** Customer messages that the caller has not read. */
  unread_count!: number;

  /** The state of its channel, which `channel:health` events change; null where it has none. */
  @ApiProperty({ enum: CHANNEL_STATES, nullable: true })
  channel_health!: string | null;
}

export class ConversationPageDto {
  items!: ConversationDto[];
  @ApiProperty(NULLABLE_STRING) nextCursor!: string | null;
}
