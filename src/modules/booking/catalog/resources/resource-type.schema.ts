import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

export const RESOURCE_KINDS = ['unit', 'pool'] as const;
/** `unit`: one named thing, such as table 2. `pool`: interchangeable places, such as 40 dogs. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_CELLS = ['5min', '15min', 'half_day', 'night'] as const;
/** Unit of time; half days and nights are local. */
export type ResourceCell = (typeof RESOURCE_CELLS)[number];

@Schema({ collection: 'resource_types' })
export class ResourceType implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, enum: RESOURCE_KINDS, required: true })
  kind!: ResourceKind;

  @Prop({ type: String, enum: RESOURCE_CELLS, required: true })
  cell!: ResourceCell;

  /** Cleaning time after a visit, minutes. */
  @Prop({ type: Number, default: 0 })
  pad_after_min!: number;

  /** Set before the first resource is created and never cleared: claims count in these cells, so kind and cell must not change. */
  @Prop({ type: Boolean, default: false })
  is_fixed!: boolean;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ResourceTypeSchema = tenantSchema(ResourceType);
ResourceTypeSchema.index({ company_id: 1, _id: 1 });
