import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

const COLLECTION = 'waha_connections';

/** The WAHA server of a company. */
@Schema({ collection: COLLECTION })
export class WahaConnection implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Without a slash at its end. */
  @Prop({ type: String, required: true })
  base_url!: string;

  /** Sealed. */
  @Prop({ type: String, required: true })
  api_key!: string;
}

export const WahaConnectionSchema = tenantSchema(WahaConnection);
WahaConnectionSchema.index({ company_id: 1 }, { unique: true });

export const apiKeyPlace = declareSealedField(COLLECTION, 'api_key');
