import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/**
 * `claiming`: the two contacts are being reserved. `moving`: everything goes to the survivor. `done`, and a little later
 * `settling`: what was written to the other contact meanwhile follows. `undoing`: it comes back. `undone`. `refused`: one
 * of the contacts was not free.
 */
export const MERGE_STATES = ['claiming', 'moving', 'done', 'settling', 'undoing', 'undone', 'refused'] as const;
export type MergeState = (typeof MERGE_STATES)[number];

/** A field the survivor got from the other contact; an undo puts `before` back where `after` still stands. */
export interface MergedField {
  field: string;
  before: unknown;
  after: unknown;
}

/** The intent of a merge: every step can be repeated from here, whoever began it and however far that one got. */
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

  /** Values the survivor's lists got. */
  @Prop({ type: [String], default: [] })
  added_tags!: string[];

  @Prop({ type: [String], default: [] })
  added_platforms!: string[];

  @Prop({ type: Date, required: true })
  undo_until!: Date;

  /** When the sweep has to look at it; null when nothing is left to do. */
  @Prop({ type: Date, default: null })
  due_at!: Date | null;
}

export const ContactMergeSchema = tenantSchema(ContactMerge);
ContactMergeSchema.index({ company_id: 1, survivor_id: 1, merged_id: 1 });
ContactMergeSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
