import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

export const QUOTA_SCOPES = ['staff', 'company'] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];
export const QUOTA_CELLS = ['day', '15min'] as const;
export type QuotaCell = (typeof QUOTA_CELLS)[number];
export const QUOTA_KINDS = ['load', 'arrivals'] as const;
/** `load` counts a pet in every cell of its visit, `arrivals` in the cell of its start. */
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** At most `max` pets in a cell of time: "two large dogs per groomer and day", "four arrivals per quarter of an hour". */
@Schema({ collection: 'quotas' })
export class Quota implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** `staff`: each staff member is counted separately. */
  @Prop({ type: String, enum: QUOTA_SCOPES, required: true })
  per!: QuotaScope;

  @Prop({ type: String, enum: QUOTA_CELLS, required: true })
  cell!: QuotaCell;

  @Prop({ type: Number, required: true })
  max!: number;

  @Prop({ type: String, enum: QUOTA_KINDS, default: 'load' })
  kind!: QuotaKind;

  /** Null: any species. */
  @Prop({ type: String, default: null })
  species!: string | null;

  @Prop({ type: String, default: null })
  size!: string | null;

  /** Empty: all services. */
  @Prop({ type: [Types.ObjectId], default: [] })
  service_ids!: Types.ObjectId[];

  /** Id under which claims count. Renewed when the quota counts differently; older appointments then count from their documents. */
  @Prop({ type: Types.ObjectId, required: true })
  lane_id!: Types.ObjectId;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const QuotaSchema = tenantSchema(Quota);
QuotaSchema.index({ company_id: 1, _id: 1 });
