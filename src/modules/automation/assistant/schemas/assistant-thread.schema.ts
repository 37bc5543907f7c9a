import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import type { DialogueState } from '../../assistant-core/index.js';
import type { ConversationAliases, StoredOffer } from '../../assistant-facts/index.js';

const { Mixed } = MongooseSchema.Types;

/** What was said before the last turns, in a few sentences. */
export interface StoredSummary {
  readonly text: string;
  /** The newest message that it knows. */
  readonly upto_seq: number;
}

/** What the assistant knows of a conversation between two turns. Its `_id` is that of the conversation. */
@Schema({ collection: 'assistant_threads' })
export class AssistantThread implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Mixed, required: true })
  dialogue!: DialogueState;

  @Prop({ type: Mixed, required: true })
  aliases!: ConversationAliases;

  @Prop({ type: [Mixed], default: [] })
  offers!: StoredOffer[];

  /** The numbers of the customer messages that no turn has answered. */
  @Prop({ type: [Number], default: [] })
  pending!: number[];

  /** Of the first pending message; absent without one. */
  @Prop({ type: Date })
  first_unanswered_at?: Date;

  /** Of the newest customer message. */
  @Prop({ type: Date })
  last_message_at?: Date;

  /** The newest customer message that a turn has answered. */
  @Prop({ type: Number, default: 0 })
  handled_seq!: number;

  /** At the last turn. Another episode or another owner epoch begins a new dialogue. */
  @Prop({ type: Number, required: true })
  episode!: number;

  @Prop({ type: Number, required: true })
  owner_epoch!: number;

  /** Older messages belong to an earlier topic. */
  @Prop({ type: Number, default: 0 })
  episode_since_seq!: number;

  /** The turn that is not finished. */
  @Prop({ type: Types.ObjectId })
  turn_id?: Types.ObjectId;

  /** How many unsent drafts newer messages have discarded since the last answer. */
  @Prop({ type: Number, default: 0 })
  restarts!: number;

  /** Set while something is left to do: the end of the pause before a turn, the time to send, or the next attempt. */
  @Prop({ type: Date })
  due_at?: Date;

  /** The fence of the lock under which it was last written. */
  @Prop({ type: Number, required: true })
  fence!: number;

  @Prop({ type: Mixed, default: null })
  summary!: StoredSummary | null;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const AssistantThreadSchema = tenantSchema(AssistantThread);
AssistantThreadSchema.index({ company_id: 1, contact_id: 1 });
AssistantThreadSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
AssistantThreadSchema.index({ updated_at: 1 });
AssistantThreadSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
