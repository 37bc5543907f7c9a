import { Prop, Schema } from '@nestjs/mongoose';
import type { Types } from 'mongoose';
import { platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

/** Done when `finished_at` is set. */
@Schema({ collection: 'demo_seeds' })
export class DemoSeed implements StoredDocument {
  _id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: Date, default: null })
  finished_at!: Date | null;

  created_at!: Date;
  updated_at!: Date;
}

export const DemoSeedSchema = platformSchema(DemoSeed);
DemoSeedSchema.index({ name: 1 }, { unique: true });
