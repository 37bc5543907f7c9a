import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** Whose a hold of the public page is; `_id` is the hold's. The hold itself is an appointment in HELD. */
@Schema({ collection: 'public_holds' })
export class PublicHold implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Fingerprint of the visitor. */
  @Prop({ type: String, required: true })
  visitor!: string;

  /** Fingerprint of the network address. */
  @Prop({ type: String, required: true })
  address!: string;

  /** Until then it counts as one of the visitor's. */
  @Prop({ type: Date, required: true })
  counts_until!: Date;

  /** A code was sent and the hold prolonged for it, which is done once. */
  @Prop({ type: Boolean, default: false })
  is_extended!: boolean;

  /** Who was made for it where nobody is asked for a code, so that trying again makes nobody else. */
  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  /** From then on it is of no use to anybody. */
  @Prop({ type: Date, required: true })
  purge_at!: Date;
}

export const PublicHoldSchema = tenantSchema(PublicHold);
PublicHoldSchema.index({ company_id: 1, visitor: 1, counts_until: 1 });
PublicHoldSchema.index({ company_id: 1, address: 1, counts_until: 1 });
PublicHoldSchema.index({ purge_at: 1 });
