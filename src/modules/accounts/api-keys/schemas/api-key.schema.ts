import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import type { Permission } from '../../../../core/auth-guards/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

@Schema({ collection: 'api_keys' })
export class ApiKey implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: [String], required: true })
  permissions!: Permission[];

  /** The beginning of the key, by which people recognise it. */
  @Prop({ type: String, required: true })
  prefix!: string;

  /** SHA-256 of the key: it has 256 random bits, so guesses cannot be tested. */
  @Prop({ type: String, required: true })
  hash!: string;

  @Prop({ type: Types.ObjectId, required: true })
  created_by!: Types.ObjectId;

  /** Updated at most once a minute. */
  @Prop({ type: Date, default: null })
  last_used_at!: Date | null;
}

export const ApiKeySchema = tenantSchema(ApiKey);
ApiKeySchema.index({ hash: 1 }, { unique: true });
ApiKeySchema.index({ company_id: 1, _id: 1 });
