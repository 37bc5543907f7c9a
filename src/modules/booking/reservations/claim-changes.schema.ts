import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../core/tenancy/index.js';

/** Number of changes of a company's claims; other processes compare it with their caches. */
@Schema({ collection: 'booking_claim_versions' })
export class ClaimVersion implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const ClaimVersionSchema = tenantSchema(ClaimVersion);
ClaimVersionSchema.index({ company_id: 1 }, { unique: true });
