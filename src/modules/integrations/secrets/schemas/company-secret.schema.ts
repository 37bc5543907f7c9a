import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

const COLLECTION = 'company_secrets';

@Schema({ collection: COLLECTION })
export class CompanySecret implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** Sealed. */
  @Prop({ type: String, required: true })
  value!: string;

  /** When a person stored the value. Sealing it with a new key does not change the time. */
  @Prop({ type: Date, required: true })
  changed_at!: Date;

  /** The user who stored the value. */
  @Prop({ type: Types.ObjectId, required: true })
  changed_by!: Types.ObjectId;
}

export const CompanySecretSchema = tenantSchema(CompanySecret);
CompanySecretSchema.index({ company_id: 1, name: 1 }, { unique: true });

export const valuePlace = declareSealedField(COLLECTION, 'value');
