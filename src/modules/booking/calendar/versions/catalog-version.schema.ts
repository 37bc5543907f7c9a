import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../../core/tenancy/index.js';

/** How often a company's catalog has changed: processes whose snapshots have the same version have the same snapshot. */
@Schema({ collection: 'booking_catalog_versions' })
export class CatalogVersion implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const CatalogVersionSchema = tenantSchema(CatalogVersion);
CatalogVersionSchema.index({ company_id: 1 }, { unique: true });
