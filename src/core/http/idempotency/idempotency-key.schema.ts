import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../tenancy/index.js';

/** `body` is JSON text, or null for none. */
export interface StoredAnswer {
  status: number;
  body: string | null;
}

/** A request with an Idempotency-Key. Its insert is the lock, and its answer is repeated. */
@Schema({ collection: 'idempotency_keys' })
export class IdempotencyKey implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  user_id!: string;

  @Prop({ type: String, required: true })
  route!: string;

  @Prop({ type: String, required: true })
  key!: string;

  @Prop({ type: String, required: true })
  fingerprint!: string;

  /** The run that may store the answer; a run whose lease was taken over may not. */
  @Prop({ type: Types.ObjectId, required: true })
  run_id!: Types.ObjectId;

  /** The run counts as alive until then, and renews it. */
  @Prop({ type: Date, required: true })
  lease_until!: Date;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  answer!: StoredAnswer | null;

  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const IdempotencyKeySchema = tenantSchema(IdempotencyKey);
IdempotencyKeySchema.index({ company_id: 1, user_id: 1, route: 1, key: 1 }, { unique: true });
IdempotencyKeySchema.index({ expires_at: 1 });
