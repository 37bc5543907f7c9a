import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import type { Draft } from '../../assistant-core/index.js';

/** What the prompt made of one turn. What the customer wrote, and the answer of then, are read from the turn. */
@Schema({ collection: 'assistant_replay_rows' })
export class ReplayRow implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  replay_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  turn_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: String, default: '' })
  text!: string;

  @Prop({ type: String, required: true })
  action!: Draft['action'];

  /** A code of the model, or NO_STORED_ANSWER for a tool call that the turn did not make. */
  @Prop({ type: String, default: null })
  failure!: string | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const ReplayRowSchema = tenantSchema(ReplayRow);
ReplayRowSchema.index({ company_id: 1, replay_id: 1, turn_id: 1 }, { unique: true });
ReplayRowSchema.index({ company_id: 1, contact_id: 1 });
ReplayRowSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
ReplayRowSchema.index({ updated_at: 1 });
