import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

export const RESOURCE_KINDS = ['unit', 'pool'] as const;
/** unit: a named thing that one visit has alone, such as table 2. pool: places of which any will do, such as 40 dogs. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_CELLS = ['5min', '15min', 'half_day', 'night'] as const;
/** The smallest time a resource is taken for; half days and nights are local. */
export type ResourceCell = (typeof RESOURCE_CELLS)[number];

/** A sort of thing that work takes. */
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

  /** Minutes for cleaning after a visit. */
  @Prop({ type: Number, default: 0 })
  pad_after_min!: number;

  /**
   * Set before the first resource is made and never taken back: claims are counted in cells of the kind they were made
   * with, so neither kind nor cell may change under them.
   */
  @Prop({ type: Boolean, default: false })
  is_fixed!: boolean;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ResourceTypeSchema = tenantSchema(ResourceType);
ResourceTypeSchema.index({ company_id: 1, _id: 1 });
