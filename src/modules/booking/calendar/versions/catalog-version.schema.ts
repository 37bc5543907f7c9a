import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../../core/tenancy/index.js';

/** Number of changes; processes with equal versions have equal snapshots. */
@Schema({ collection: 'booking_catalog_versions' })
export class CatalogVersion implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const CatalogVersionSchema = tenantSchema(CatalogVersion);
CatalogVersionSchema.index({ company_id: 1 }, { unique: true });
