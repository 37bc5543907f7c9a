import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Conversation, ConversationStatus } from '../schemas/conversation.schema.js';

/** What is done to every conversation of a bulk change: one of these. */
export interface BulkAction {
  status?: ConversationStatus;
  snoozed_until?: string | null;
  assigned_to?: string | null;
  add_label?: string;
  remove_label?: string;
  read?: boolean;
}

export const BULK_STATES = ['running', 'done', 'undoing', 'undone'] as const;

/** A change of many conversations at once; a job works through `conversation_ids`. */
@Schema({ collection: 'bulk_changes' })
export class BulkChange implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  action!: BulkAction;

  @Prop({ type: [Types.ObjectId], required: true })
  conversation_ids!: Types.ObjectId[];

  /** How many of them the job has worked through. */
  @Prop({ type: Number, required: true, default: 0 })
  done!: number;

  @Prop({ type: String, enum: BULK_STATES, required: true })
  state!: (typeof BULK_STATES)[number];

  @Prop({ type: String, required: true })
  undo_token!: string;

  /** Null while the job runs. */
  @Prop({ type: Date, default: null })
  undo_until!: Date | null;
}

/** What a bulk change may set, as it was before. */
export type BeforeBulk = Pick<
  Conversation,
  'status' | 'snoozed_until' | 'assignee_id' | 'labels' | 'owner' | 'waiting_since' | 'episode'
>;

/** One conversation of a bulk change, written before the conversation is. */
@Schema({ collection: 'bulk_rows' })
export class BulkRow implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  bulk_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  before!: BeforeBulk;

  /** The version of the conversation before the change. */
  @Prop({ type: Number, required: true })
  version!: number;

  /** Set before a later bulk change replaces the `bulk_id` of the conversation. */
  @Prop({ type: Boolean })
  is_applied?: boolean;
}

export const BulkChangeSchema = tenantSchema(BulkChange);
BulkChangeSchema.index({ company_id: 1, undo_token: 1 }, { unique: true });
BulkChangeSchema.index({ created_at: 1 });

export const BulkRowSchema = tenantSchema(BulkRow);
BulkRowSchema.index({ company_id: 1, bulk_id: 1, conversation_id: 1 }, { unique: true });
BulkRowSchema.index({ created_at: 1 });
