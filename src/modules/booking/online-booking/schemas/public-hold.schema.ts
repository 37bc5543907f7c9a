import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** `_id` is the id of the hold. */
@Schema({ collection: 'public_holds' })
export class PublicHold implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  visitor!: string;

  @Prop({ type: String, required: true })
  address!: string;

  /** The hold counts towards the limits until then. */
  @Prop({ type: Date, required: true })
  counts_until!: Date;

  /** A hold is extended once, when its code is sent. */
  @Prop({ type: Boolean, default: false })
  is_extended!: boolean;

  /** Contact that was created without a code check; a repeated call uses it again. */
  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  /** The sweep deletes the document after this time. */
  @Prop({ type: Date, required: true })
  purge_at!: Date;
}

export const PublicHoldSchema = tenantSchema(PublicHold);
PublicHoldSchema.index({ company_id: 1, visitor: 1, counts_until: 1 });
PublicHoldSchema.index({ company_id: 1, address: 1, counts_until: 1 });
PublicHoldSchema.index({ purge_at: 1 });
