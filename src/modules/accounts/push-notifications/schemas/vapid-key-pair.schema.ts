import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

/** There is one key pair in an installation, and no company owns it. */
export const VAPID_ID = new Types.ObjectId('000000000000000000000001');

/** The generated keys by which the installation proves its identity to push services (RFC 8292). */
@Schema({ collection: 'vapid_key_pairs' })
export class VapidKeyPair implements StoredDocument {
  _id!: Types.ObjectId;

  /** Always {@link VAPID_ID}: a sealed secret belongs to a company, and this one to none. */
  @Prop({ type: Types.ObjectId, required: true })
  company_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  public_key!: string;

  /** Sealed. */
  @Prop({ type: String, required: true })
  private_key!: string;

  created_at!: Date;
  updated_at!: Date;
}

export const VapidKeyPairSchema = platformSchema(VapidKeyPair);

export const privateKeyPlace = declareSealedField('vapid_key_pairs', 'private_key');
