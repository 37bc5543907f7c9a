import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantOwned, tenantSchema } from '../../../../core/tenancy/index.js';

/** The number of changes of a company's live flows. Processes with equal numbers have equal lists. */
@Schema({ collection: 'live_flows_versions' })
export class LiveFlowsVersion implements TenantOwned {
  company_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  version!: number;
}

export const LiveFlowsVersionSchema = tenantSchema(LiveFlowsVersion);
LiveFlowsVersionSchema.index({ company_id: 1 }, { unique: true });
