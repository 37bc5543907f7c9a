import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const REPLAY_STATUSES = ['running', 'done', 'failed'] as const;
export type ReplayStatus = (typeof REPLAY_STATUSES)[number];

/** A prompt that is tried on the last turns. */
@Schema({ collection: 'assistant_replays' })
export class AssistantReplay implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  prompt_id!: Types.ObjectId;

  /** As it was at the start; a draft may change meanwhile. */
  @Prop({ type: String, required: true })
  prompt_text!: string;

  @Prop({ type: String, required: true, enum: REPLAY_STATUSES })
  status!: ReplayStatus;

  /** The newest first. */
  @Prop({ type: [Types.ObjectId], required: true })
  turn_ids!: Types.ObjectId[];

  /** How many of them are replayed, or are gone. */
  @Prop({ type: Number, default: 0 })
  done!: number;

  /** US cents. */
  @Prop({ type: Number, default: 0 })
  cents!: number;

  /** Why it has failed. */
  @Prop({ type: String, default: null })
  code!: string | null;
}

export const AssistantReplaySchema = tenantSchema(AssistantReplay);
AssistantReplaySchema.index(
  { company_id: 1, status: 1 },
  { unique: true, partialFilterExpression: { status: 'running' } },
);
AssistantReplaySchema.index({ updated_at: 1 });
