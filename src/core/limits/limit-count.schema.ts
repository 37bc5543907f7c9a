import { Prop, Schema } from '@nestjs/mongoose';
import type { Types } from 'mongoose';
import { platformSchema, type StoredDocument } from '../tenancy/index.js';

@Schema({ collection: 'limit_counts' })
export class LimitCount implements StoredDocument {
  _id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  key!: string;

  @Prop({ type: Number, required: true })
  count!: number;

  /** The count is void after this time. */
  @Prop({ type: Date, required: true })
  expires_at!: Date;

  created_at!: Date;
  updated_at!: Date;
}

export const LimitCountSchema = platformSchema(LimitCount);
LimitCountSchema.index({ key: 1 }, { unique: true });
LimitCountSchema.index({ expires_at: 1 });
