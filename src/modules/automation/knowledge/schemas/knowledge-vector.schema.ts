import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** The meaning of a part of an article, as a language model sees it. */
@Schema({ collection: 'knowledge_vectors' })
export class KnowledgeVector implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** The model that made it. */
  @Prop({ type: String, required: true })
  model!: string;

  /** The hash of the text. */
  @Prop({ type: String, required: true })
  text_key!: string;

  /** Numbers of 4 bytes. */
  @Prop({ type: Buffer, required: true })
  vector!: Buffer;
}

export const KnowledgeVectorSchema = tenantSchema(KnowledgeVector);
KnowledgeVectorSchema.index({ company_id: 1, model: 1, text_key: 1 }, { unique: true });
