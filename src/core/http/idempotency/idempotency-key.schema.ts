import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../tenancy/index.js';

/** What a request was answered with; `body` is JSON text, null where there was none. */
export interface StoredAnswer {
  status: number;
  body: string | null;
}

/** A request that was sent under an Idempotency-Key: its insert is the lock, its answer is what a repetition gets. */
@Schema({ collection: 'idempotency_keys' })
export class IdempotencyKey implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  user_id!: string;

  /** Method and path. */
  @Prop({ type: String, required: true })
  route!: string;

  @Prop({ type: String, required: true })
  key!: string;

  /** Keyed hash of what was asked. */
  @Prop({ type: String, required: true })
  fingerprint!: string;

  /** Names the run that may store its answer; one whose lease was taken over no longer may. */
  @Prop({ type: Types.ObjectId, required: true })
  run_id!: Types.ObjectId;

  /** Until then the run counts as alive; renewed while it works. */
  @Prop({ type: Date, required: true })
  lease_until!: Date;

  /** Null while it runs. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  answer!: StoredAnswer | null;

  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const IdempotencyKeySchema = tenantSchema(IdempotencyKey);
IdempotencyKeySchema.index({ company_id: 1, user_id: 1, route: 1, key: 1 }, { unique: true });
IdempotencyKeySchema.index({ expires_at: 1 });
