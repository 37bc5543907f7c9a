import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLATFORMS } from '../../../customers/contacts/index.js';
import { ContactSummaryDto, LastMessageDto } from '../../conversations/index.js';
import {
  ATTACHMENT_STATES,
  ATTACHMENT_TYPES,
  DIRECTIONS,
  MESSAGE_ROLES,
  MESSAGE_STATUSES,
} from '../../message-log/index.js';

const DATE = { type: String, format: 'date-time' } as const;
const NULLABLE_DATE = { ...DATE, nullable: true } as const;
const NULLABLE_STRING = { type: String, nullable: true } as const;
const NULLABLE_NUMBER = { type: Number, nullable: true } as const;
export const FORWARDING_STATUSES = ['success', 'failed', 'skipped', 'queued'] as const;

export class AttachmentDto {
  @ApiProperty({ enum: ATTACHMENT_TYPES }) type!: string;
  /** Empty until our copy of a received file exists. */
  url!: string;
  @ApiProperty(NULLABLE_STRING) file_description!: string | null;
  @ApiProperty({ enum: ATTACHMENT_STATES }) state!: string;
  @ApiProperty(NULLABLE_STRING) mime_type!: string | null;
  @ApiProperty(NULLABLE_NUMBER) size!: number | null;
  /** As the sender called it. */
  @ApiProperty(NULLABLE_STRING) name!: string | null;
  /** Pixels. */
  @ApiProperty(NULLABLE_NUMBER) width!: number | null;
  @ApiProperty(NULLABLE_NUMBER) height!: number | null;
  /** Of audio and video. */
  @ApiProperty(NULLABLE_NUMBER) duration_sec!: number | null;
  /** The shared page. */
  @ApiProperty(NULLABLE_STRING) link_url!: string | null;
  /** A copy of a voice note as MP4, for players that do not play Ogg or WebM. */
  @ApiProperty(NULLABLE_STRING) playable_url!: string | null;
}

export class MessageAuthorDto {
  @ApiProperty({ enum: ['contact', 'user', 'bot', 'phone', 'system'] }) kind!: string;
  @ApiProperty(NULLABLE_STRING) id!: string | null;
  /** The name that the API key had when it wrote the message; `id` is the id of the key. */
  @ApiPropertyOptional() key_name?: string;
  /** Set where a person recorded what the customer said elsewhere. */
  @ApiPropertyOptional({ enum: ['contact'] }) on_behalf?: string;
  /** Set if a program wrote it; `id` is the id of its API key. */
  @ApiPropertyOptional() by_key?: boolean;
}

export class MessageErrorDto {
  /** Stable, for instance WINDOW_CLOSED. */
  code!: string;
  /** For staff. */
  message!: string;
  /** The platform's own reason, where it gave one. */
  @ApiPropertyOptional() details?: string;
}

export class ReactionDto {
  @ApiProperty({ enum: ['contact', 'business'] }) by!: string;
  emoji!: string;
  @ApiProperty(DATE) at!: string;
}

export class MessageTemplateDto {
  @ApiProperty({ example: 'appointment_reminder' }) name!: string;
  @ApiProperty({ example: 'pt_BR' }) language!: string;
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) variables!: Record<string, string>;
}

export class MessageButtonDto {
  id!: string;
  title!: string;
}

export class MessageListRowDto extends MessageButtonDto {
  @ApiPropertyOptional() description?: string;
}

export class MessageListDto {
  button!: string;
  rows!: MessageListRowDto[];
}

export class QuotedMessageDto {
  message_id!: string;
  /** Its place in the conversation's history. */
  seq!: number;
  author!: MessageAuthorDto;
  /** The beginning of its text; empty for files without text, and where it was removed. */
  content!: string;
  @ApiProperty({ enum: ATTACHMENT_TYPES, nullable: true }) attachment_type!: string | null;
}

export class MessageDto {
  _id!: string;
  company_id!: string;
  contact_id!: string;
  conversation_id!: string;
  @ApiProperty(NULLABLE_STRING) channel_id!: string | null;
  @ApiProperty({ enum: MESSAGE_ROLES }) role!: string;
  @ApiProperty({ enum: PLATFORMS }) platform!: string;
  @ApiProperty({ enum: DIRECTIONS }) direction!: string;
  /** `internal` is a note among staff. */
  @ApiProperty({ enum: ['public', 'internal'] }) visibility!: string;
  author!: MessageAuthorDto;
  content!: string;
  attachments!: AttachmentDto[];
  read!: boolean;
  delivered!: boolean;
  /** Never more than is known: an assistant's message on a social platform is `queued` until the platform tells of it. */
  @ApiProperty({ enum: MESSAGE_STATUSES }) status!: string;
  @ApiProperty({ type: MessageErrorDto, nullable: true }) error!: MessageErrorDto | null;
  @ApiPropertyOptional() client_id?: string;
  /** The platform's id. */
  @ApiPropertyOptional() external_id?: string;
  /** Place in the conversation's history. */
  seq!: number;
  /** Place on the screen. */
  @ApiProperty(DATE) sent_at!: string;
  /** The message, story, button or ad that it answers; `forwarded`; or the `id_change` of a system line. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true }) context!: Record<string, unknown> | null;
  /** The message that it quotes; null without a quote, and where the quoted message is not known. */
  @ApiProperty({ type: QuotedMessageDto, nullable: true }) quoted!: QuotedMessageDto | null;
  /** Set if it was sent as a template; `content` is the text with all values. */
  @ApiProperty({ type: MessageTemplateDto, nullable: true }) template!: MessageTemplateDto | null;
  /** Buttons of a sent message. The customer's answer names the pressed button in `context.button`. */
  buttons!: MessageButtonDto[];
  /** The list of a sent message. */
  @ApiProperty({ type: MessageListDto, nullable: true }) list!: MessageListDto | null;
  /** The turn of the assistant that wrote it; null for all others. */
  @ApiProperty(NULLABLE_STRING) assistant_turn_id!: string | null;
  reactions!: ReactionDto[];
  @ApiProperty(NULLABLE_DATE) deleted_at!: string | null;
  @ApiProperty(NULLABLE_DATE) edited_at!: string | null;
  /** Grows when staff edit the message; for If-Match. */
  version!: number;
  @ApiProperty(DATE) created_at!: string;
  @ApiProperty(DATE) updated_at!: string;
}

export class ForwardingDto {
  /** `queued`: on its way or to be tried again; see `message:status`. */
  @ApiProperty({ enum: FORWARDING_STATUSES }) status!: (typeof FORWARDING_STATUSES)[number];
  /** In plain words, for instance "Meta Bot unreachable". */
  @ApiPropertyOptional() error?: string;
}

export class CreatedMessageDto {
  messageData!: MessageDto;
  forwarding!: ForwardingDto;
  /** What the sender should know although the message is saved. */
  @ApiPropertyOptional() warning?: string;
}

export class MessagePageDto {
  items!: MessageDto[];
  @ApiProperty(NULLABLE_STRING) nextCursor!: string | null;
}

export class UpdatedCountDto {
  updated!: number;
}

export class ReadAnswerDto {
  updated!: number;
  up_to_seq!: number;
}

export class InstagramCustomerDto {
  contact_id!: string;
  conversation_id!: string;
  contact!: ContactSummaryDto;
  @ApiProperty({ type: LastMessageDto, nullable: true }) last_message!: LastMessageDto | null;
  unread_count!: number;
}

export class InstagramCustomersPageDto {
  items!: InstagramCustomerDto[];
  page!: number;
  limit!: number;
  total!: number;
}
