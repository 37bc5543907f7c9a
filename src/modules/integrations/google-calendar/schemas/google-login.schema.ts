import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

const COLLECTION = 'google_logins';

/** A log-in at Google that has begun. Its return deletes it. */
@Schema({ collection: COLLECTION })
export class GoogleLogin implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  state_hash!: string;

  /** Of a cookie: only the browser that began may return. */
  @Prop({ type: String, required: true })
  browser_hash!: string;

  /** Sealed; the code_verifier of PKCE. */
  @Prop({ type: String, required: true })
  verifier!: string;

  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const GoogleLoginSchema = tenantSchema(GoogleLogin);
GoogleLoginSchema.index({ state_hash: 1 }, { unique: true });
GoogleLoginSchema.index({ expires_at: 1 });

export const verifierPlace = declareSealedField(COLLECTION, 'verifier');
