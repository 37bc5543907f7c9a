import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import { PROVIDER_ENVIRONMENTS, type ProviderEnvironment } from '../provider/payment-provider.js';

const COLLECTION = 'payment_connections';

/** The account of a company at its payment provider. */
@Schema({ collection: COLLECTION })
export class PaymentConnection implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Sealed. */
  @Prop({ type: String, required: true })
  api_key!: string;

  /** The last characters of the key, to recognise it. */
  @Prop({ type: String, required: true })
  key_hint!: string;

  @Prop({ type: String, required: true, enum: PROVIDER_ENVIRONMENTS })
  environment!: ProviderEnvironment;

  /** Part of the address of the webhook; it names the company. */
  @Prop({ type: String, required: true })
  company_key!: string;

  /** Sealed. The provider sends it with each event. */
  @Prop({ type: String, required: true })
  webhook_token!: string;

  /** Null until the provider has the webhook. */
  @Prop({ type: String, default: null })
  webhook_id!: string | null;

  @Prop({ type: Date, default: null })
  last_success_at!: Date | null;

  @Prop({ type: String, default: null })
  last_error!: string | null;

  @Prop({ type: Date, default: null })
  last_error_at!: Date | null;

  @Prop({ type: Types.ObjectId, required: true })
  changed_by!: Types.ObjectId;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const PaymentConnectionSchema = tenantSchema(PaymentConnection);
PaymentConnectionSchema.index({ company_id: 1 }, { unique: true });
PaymentConnectionSchema.index({ company_key: 1 }, { unique: true });

export const providerKeyPlace = declareSealedField(COLLECTION, 'api_key');
export const providerTokenPlace = declareSealedField(COLLECTION, 'webhook_token');
