import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/**
 * `claiming`: the contacts are being reserved. `moving`: documents go to the survivor. `done`, later `settling`:
 * late writes follow. `undoing`: documents go back. `undone`. `refused`: one of the contacts was not free.
 */
export const MERGE_STATES = ['claiming', 'moving', 'done', 'settling', 'undoing', 'undone', 'refused'] as const;
export type MergeState = (typeof MERGE_STATES)[number];

/** An undo restores `before` if the field still has `after`. */
export interface MergedField {
  field: string;
  before: unknown;
  after: unknown;
}

/** The intent of a merge. Every later step can be repeated. */
@Schema({ collection: 'contact_merges' })
export class ContactMerge implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  survivor_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  merged_id!: Types.ObjectId;

  @Prop({ type: String, required: true, enum: MERGE_STATES })
  state!: MergeState;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  fields!: MergedField[];

  @Prop({ type: [String], default: [] })
  added_tags!: string[];

  @Prop({ type: [String], default: [] })
  added_platforms!: string[];

  @Prop({ type: Date, required: true })
  undo_until!: Date;

  @Prop({ type: Date, default: null })
  due_at!: Date | null;
}

export const ContactMergeSchema = tenantSchema(ContactMerge);
ContactMergeSchema.index({ company_id: 1, survivor_id: 1, merged_id: 1 });
ContactMergeSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
