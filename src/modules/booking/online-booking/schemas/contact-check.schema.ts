import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** Proves an address, valid for one hold or one request to wait. */
@Schema({ collection: 'contact_checks' })
export class ContactCheck implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Of the hold, or of the request to wait. */
  @Prop({ type: Types.ObjectId, required: true })
  hold_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  address!: string;

  @Prop({ type: String, required: true })
  code_hash!: string;

  @Prop({ type: Number, required: true, default: 0 })
  tries!: number;

  /** The visitor who sent the right code. */
  @Prop({ type: String })
  proven_by?: string;

  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const ContactCheckSchema = tenantSchema(ContactCheck);
ContactCheckSchema.index({ company_id: 1, hold_id: 1, _id: -1 });
ContactCheckSchema.index({ company_id: 1, address: 1, expires_at: 1 });
ContactCheckSchema.index({ expires_at: 1 });
