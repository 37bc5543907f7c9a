import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

export const QUOTA_SCOPES = ['staff', 'company'] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];
export const QUOTA_CELLS = ['day', '15min'] as const;
export type QuotaCell = (typeof QUOTA_CELLS)[number];
export const QUOTA_KINDS = ['load', 'arrivals'] as const;
/** load: a pet counts in every cell from its beginning to its end. arrivals: it counts where it begins. */
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** At most so many pets in a cell of time: "two large dogs a groomer a day", "four arrivals a quarter of an hour". */
@Schema({ collection: 'quotas' })
export class Quota implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** Whether each staff member has their own count. */
  @Prop({ type: String, enum: QUOTA_SCOPES, required: true })
  per!: QuotaScope;

  @Prop({ type: String, enum: QUOTA_CELLS, required: true })
  cell!: QuotaCell;

  @Prop({ type: Number, required: true })
  max!: number;

  @Prop({ type: String, enum: QUOTA_KINDS, default: 'load' })
  kind!: QuotaKind;

  /** Null: of any. */
  @Prop({ type: String, default: null })
  species!: string | null;

  @Prop({ type: String, default: null })
  size!: string | null;

  /** Empty: all. */
  @Prop({ type: [Types.ObjectId], default: [] })
  service_ids!: Types.ObjectId[];

  /**
   * What is counted is counted under this name: another one after each change of what the quota counts. Appointments that are older
   * than its time are counted from their documents.
   */
  @Prop({ type: Types.ObjectId, required: true })
  lane_id!: Types.ObjectId;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const QuotaSchema = tenantSchema(Quota);
QuotaSchema.index({ company_id: 1, _id: 1 });
