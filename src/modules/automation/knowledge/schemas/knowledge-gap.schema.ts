import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MergeMark } from '../../../customers/contacts/index.js';

/** `answered`: an article was written for it. `dismissed`: it needs no article. */
export const GAP_STATUSES = ['open', 'answered', 'dismissed'] as const;
export type GapStatus = (typeof GAP_STATUSES)[number];

/** A question that no article answers. */
@Schema({ collection: 'knowledge_gaps' })
export class KnowledgeGap implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** The words of the last customer who asked, without phone numbers and mail addresses. */
  @Prop({ type: String, required: true })
  question!: string;

  /** Equal for questions that ask for the same things. */
  @Prop({ type: String, required: true })
  question_key!: string;

  @Prop({ type: String, required: true })
  language!: string;

  @Prop({ type: Number, required: true })
  count!: number;

  @Prop({ type: String, required: true, enum: GAP_STATUSES })
  status!: GapStatus;

  /** Who asked last, and where. Null: nobody of the contacts, for instance a test. */
  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId, default: null })
  last_conversation_id!: Types.ObjectId | null;

  @Prop({ type: Date, required: true })
  last_asked_at!: Date;

  @Prop({ type: Types.ObjectId, default: null })
  article_id!: Types.ObjectId | null;

  /** Left by merges of contacts. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: undefined })
  merge_marks?: MergeMark[];
}

export const KnowledgeGapSchema = tenantSchema(KnowledgeGap);
KnowledgeGapSchema.index({ company_id: 1, language: 1, question_key: 1 }, { unique: true });
KnowledgeGapSchema.index({ company_id: 1, status: 1, last_asked_at: -1, _id: -1 });
KnowledgeGapSchema.index({ company_id: 1, contact_id: 1 });
KnowledgeGapSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
