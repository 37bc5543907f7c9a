import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import type { Attachment } from '../../message-log/index.js';

/** `sending`: a process has claimed it, so it can no longer be changed. `cancelled`: the customer replied first. */
export const SCHEDULED_STATES = ['scheduled', 'sending', 'failed', 'cancelled'] as const;
export type ScheduledState = (typeof SCHEDULED_STATES)[number];

/** The reason why it was not sent. `code` is stable; `message` is a sentence for staff. */
export interface ScheduledReason {
  code: string;
  message: string;
}

export type ScheduledFile = Pick<Attachment, 'type' | 'url' | 'file_description'> &
  Partial<Pick<Attachment, 'storage_key' | 'name' | 'mime_type' | 'size' | 'has_playable_copy'>>;

/** A reply to be sent later. It is deleted when its message is stored. */
@Schema({ collection: 'scheduled_messages' })
export class ScheduledMessage implements TenantDocument, HasRevision, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  /** The user in whose name it is sent. */
  @Prop({ type: Types.ObjectId, required: true })
  author_id!: Types.ObjectId;

  /** Of the client, so that a repeated call finds it. */
  @Prop({ type: String })
  client_id?: string;

  @Prop({ type: String, default: '' })
  content!: string;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  attachments!: ScheduledFile[];

  @Prop({ type: Types.ObjectId, default: null })
  reply_to!: Types.ObjectId | null;

  @Prop({ type: Date, required: true })
  send_at!: Date;

  /** When a process must handle it; missing if nothing is left to do. */
  @Prop({ type: Date })
  due_at?: Date;

  /** The first of several tries that failed. */
  @Prop({ type: Date })
  failing_since?: Date;

  @Prop({ type: Boolean, default: false })
  cancel_on_reply!: boolean;

  /** The customer's number of messages when it was scheduled. A higher number means a reply. */
  @Prop({ type: Number, default: 0 })
  seen_inbound_count!: number;

  @Prop({ type: String, enum: SCHEDULED_STATES, required: true })
  state!: ScheduledState;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  reason!: ScheduledReason | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ScheduledMessageSchema = tenantSchema(ScheduledMessage);
ScheduledMessageSchema.index({ company_id: 1, conversation_id: 1, send_at: 1, _id: 1 });
ScheduledMessageSchema.index({ company_id: 1, contact_id: 1 });
ScheduledMessageSchema.index(
  { company_id: 1, conversation_id: 1, client_id: 1 },
  { unique: true, partialFilterExpression: { client_id: { $exists: true } } },
);
ScheduledMessageSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
ScheduledMessageSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
