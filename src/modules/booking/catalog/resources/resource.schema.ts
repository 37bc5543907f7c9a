import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { ResourceAttributesDto } from './dto/resource-input.dto.js';

@Schema({ collection: 'resources' })
export class Resource implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  resource_type_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: Number, default: 1 })
  capacity!: number;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  attributes!: ResourceAttributesDto;

  @Prop({ type: Boolean, default: true })
  active!: boolean;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ResourceSchema = tenantSchema(Resource);
ResourceSchema.index({ company_id: 1, _id: 1 });
ResourceSchema.index({ company_id: 1, resource_type_id: 1, _id: 1 });
