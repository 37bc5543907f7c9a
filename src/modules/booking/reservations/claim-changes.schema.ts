import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../core/tenancy/index.js';

/** How often the claims of a company have changed: what another process keeps of them is as old as its number. */
@Schema({ collection: 'booking_claim_versions' })
export class ClaimVersion implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const ClaimVersionSchema = tenantSchema(ClaimVersion);
ClaimVersionSchema.index({ company_id: 1 }, { unique: true });
