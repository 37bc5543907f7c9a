import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

const COLLECTION = 'model_settings';

/** The own language model of a company. */
@Schema({ collection: COLLECTION })
export class ModelSettings implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  base_url!: string;

  @Prop({ type: String, required: true })
  model!: string;

  /** Sealed. */
  @Prop({ type: String, required: true })
  api_key!: string;

  /** For the search of the knowledge; null: it compares words only. */
  @Prop({ type: String, default: null })
  embedding_model!: string | null;

  /** US cents for a million tokens of the question, and of the answer. */
  @Prop({ type: Number, required: true })
  input_price!: number;

  @Prop({ type: Number, required: true })
  output_price!: number;

  /** The user who stored them. */
  @Prop({ type: Types.ObjectId, required: true })
  changed_by!: Types.ObjectId;
}

export const ModelSettingsSchema = tenantSchema(ModelSettings);
ModelSettingsSchema.index({ company_id: 1 }, { unique: true });

export const apiKeyPlace = declareSealedField(COLLECTION, 'api_key');
