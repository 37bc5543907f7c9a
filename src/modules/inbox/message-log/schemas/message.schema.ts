import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Platform } from '../../../customers/contacts/index.js';
import type { MessageButton, MessageList } from './message-choices.js';
import type { MessageContext } from './message-context.js';
import type { Outbox } from './message-outbox.js';
import type { MessageTemplate } from './message-template.js';
import {
  type AttachmentType,
  type Direction,
  DIRECTIONS,
  MAX_CONTENT_LENGTH,
  MESSAGE_ROLES,
  MESSAGE_STATUSES,
  type MessageRole,
  type MessageStatus,
} from './message-types.js';

const { Mixed } = MongooseSchema.Types;

export const ATTACHMENT_STATES = ['pending', 'stored', 'failed', 'expired'] as const;

/** Pixels and seconds; null where the file has none. */
export interface MediaDetails {
  width: number | null;
  height: number | null;
  duration_sec: number | null;
}

/** A file with `storage_key` is ours, one with `url` is somebody else's. It has neither until it is fetched. */
export interface Attachment {
  type: AttachmentType;
  url: string;
  file_description: string | null;
  state: (typeof ATTACHMENT_STATES)[number];
  mime_type: string | null;
  size: number | null;
  /** As the sender called it. This field and the next ones are missing in older messages. */
  name?: string | null;
  width?: number | null;
  height?: number | null;
  duration_sec?: number | null;
  /** Stored under {@link playableKeyOf} for players that cannot play the file itself. */
  has_playable_copy?: boolean;
  /** The shared page. */
  link_url?: string | null;
  /** Never shown. */
  source?: { url?: string; media_id?: string };
  /** Never shown. */
  storage_key?: string;
}

/** `contact`: the customer; `user`: staff in PetBuddy; `phone`: staff outside PetBuddy; `system`: PetBuddy itself. */
export interface MessageAuthor {
  kind: 'contact' | 'user' | 'bot' | 'phone' | 'system';
  id: string | null;
  /** The name of the API key that acted; `id` is its id. */
  key_name?: string;
  /** Set if staff recorded it for the customer. */
  on_behalf?: 'contact';
  /** Set if a program wrote it; `id` is the id of its API key. */
  by_key?: true;
}

/** Platforms have different rules for people and programs. */
export function isPerson({ kind, by_key }: MessageAuthor): boolean {
  return kind === 'user' && by_key !== true;
}

/** The run of a flow or the turn of the assistant that wrote the message. If a person answers after `seen_seq`, it is not sent. */
export interface BotMark {
  run_id?: Types.ObjectId;
  turn_id?: Types.ObjectId;
  /** The newest message that the author knows. */
  seen_seq: number;
  /** The owner's epoch when the author last looked. */
  owner_epoch: number;
}

/** The short form of a quoted message, which is shown above the answer. */
export interface QuotedMessage {
  message_id: Types.ObjectId;
  seq: number;
  author: MessageAuthor;
  /** The beginning of the text; empty for files without text, and for a removed message. */
  content: string;
  attachment_type: AttachmentType | null;
}

/** `code` is stable; `message` is a sentence for staff. */
export interface MessageError {
  code: string;
  message: string;
  details?: string;
}

export interface Reaction {
  by: 'contact' | 'business';
  emoji: string;
  at: Date;
}

/** `seq` is the position in the conversation; `sent_at` is the position on the screen. */
@Schema({ collection: 'messages' })
export class Message implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true, enum: MESSAGE_ROLES })
  role!: MessageRole;

  @Prop({ type: String, required: true })
  platform!: Platform;

  @Prop({ type: String, required: true, enum: DIRECTIONS })
  direction!: Direction;

  /** `internal`: a note among staff, which is never sent. */
  @Prop({ type: String, required: true, enum: ['public', 'internal'] })
  visibility!: 'public' | 'internal';

  @Prop({ type: Mixed, required: true })
  author!: MessageAuthor;

  @Prop({ type: String, default: '', maxlength: MAX_CONTENT_LENGTH })
  content!: string;

  @Prop({ type: [Mixed], default: [] })
  attachments!: Attachment[];

  /** Inbound: read by staff. Outbound: read by the customer, as the status `read`. */
  @Prop({ type: Boolean, default: false })
  read!: boolean;

  @Prop({ type: Boolean, default: false })
  delivered!: boolean;

  @Prop({ type: String, required: true, enum: MESSAGE_STATUSES })
  status!: MessageStatus;

  @Prop({ type: Mixed, default: null })
  error!: MessageError | null;

  @Prop({ type: String })
  client_id?: string;

  @Prop({ type: String })
  external_id?: string;

  /** The provider's ids of the pieces, in the order of `piecesOf`; never shown. Null if unknown or not delivered. */
  @Prop({ type: [String], default: undefined })
  external_ids?: (string | null)[];

  @Prop({ type: Number, required: true })
  seq!: number;

  @Prop({ type: Number, required: true })
  inbound_count!: number;

  /** By the sender's clock, but never in our future. */
  @Prop({ type: Date, required: true })
  sent_at!: Date;

  @Prop({ type: Mixed, default: null })
  context!: MessageContext | null;

  /** Null without a quote, and where the quoted message is not known. */
  @Prop({ type: Mixed, default: null })
  quoted!: QuotedMessage | null;

  @Prop({ type: Mixed })
  template?: MessageTemplate;

  @Prop({ type: [Mixed], default: undefined })
  buttons?: MessageButton[];

  @Prop({ type: Mixed })
  list?: MessageList;

  /** Set for flows and the assistant, whom a message of staff may stop; only the turn is shown. */
  @Prop({ type: Mixed })
  bot?: BotMark;

  @Prop({ type: [Mixed], default: [] })
  reactions!: Reaction[];

  @Prop({ type: Date, default: null })
  deleted_at!: Date | null;

  @Prop({ type: Date, default: null })
  edited_at!: Date | null;

  @Prop({ type: Number })
  revision?: number;

  @Prop({ type: Mixed })
  outbox?: Outbox;

  /** The mark of {@link MessagePublisher}. */
  @Prop({ type: Date })
  unpublished_since?: Date;

  /** Changes of status or content whose event may be missing. Each id contains the date of the change. */
  @Prop({ type: [Types.ObjectId], default: undefined })
  unannounced_changes?: Types.ObjectId[];
}

export const MESSAGE_INDEXES = { seq: 'message_seq', clientId: 'message_client_id', externalId: 'message_external_id' };

export const MessageSchema = tenantSchema(Message);
MessageSchema.index({ company_id: 1, conversation_id: 1, seq: 1 }, { unique: true, name: MESSAGE_INDEXES.seq });
MessageSchema.index(
  { company_id: 1, conversation_id: 1, client_id: 1 },
  { unique: true, name: MESSAGE_INDEXES.clientId, partialFilterExpression: { client_id: { $exists: true } } },
);
MessageSchema.index(
  { company_id: 1, channel_id: 1, external_id: 1 },
  { unique: true, name: MESSAGE_INDEXES.externalId, partialFilterExpression: { external_id: { $exists: true } } },
);
MessageSchema.index(
  { company_id: 1, channel_id: 1, external_ids: 1 },
  { partialFilterExpression: { external_ids: { $exists: true } } },
);
MessageSchema.index({ company_id: 1, conversation_id: 1, sent_at: -1, _id: -1 });
MessageSchema.index({ company_id: 1, contact_id: 1, sent_at: -1, _id: -1 });
MessageSchema.index({ company_id: 1, sent_at: 1, _id: 1 });
MessageSchema.index(
  { company_id: 1, 'context.hand_off.cause': 1, sent_at: 1 },
  { partialFilterExpression: { 'context.hand_off.cause': { $exists: true } } },
);
MessageSchema.index({ company_id: 1, content: 'text' }, { default_language: 'none', name: 'message_text' });
MessageSchema.index(
  { 'outbox.due_at': 1, company_id: 1, conversation_id: 1 },
  { partialFilterExpression: { 'outbox.due_at': { $exists: true } } },
);
MessageSchema.index(
  { company_id: 1, conversation_id: 1, 'outbox.due_at': 1 },
  { partialFilterExpression: { 'outbox.due_at': { $exists: true } } },
);
MessageSchema.index({ created_at: 1 }, { partialFilterExpression: { 'attachments.state': 'pending' } });
MessageSchema.index(
  { company_id: 1, 'attachments.storage_key': 1 },
  { partialFilterExpression: { 'attachments.storage_key': { $exists: true } } },
);
MessageSchema.index(
  { company_id: 1, 'quoted.message_id': 1 },
  { partialFilterExpression: { 'quoted.message_id': { $exists: true } } },
);
MessageSchema.index(
  { unannounced_changes: 1 },
  { partialFilterExpression: { unannounced_changes: { $exists: true } } },
);
MessageSchema.index({ unpublished_since: 1 }, { partialFilterExpression: { unpublished_since: { $exists: true } } });
