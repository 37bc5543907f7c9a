import { Prop, Schema } from '@nestjs/mongoose';
import { platformSchema } from '../tenancy/index.js';

/** The current holder of a lock. A crash may lose it. */
@Schema({ collection: 'lane_leases' })
export class LockLeaseRecord {
  @Prop({ type: String })
  _id!: string;

  @Prop({ type: String, required: true })
  holder!: string;

  /** Grows with every change of holder. It starts from the clock, so it never gets smaller after the record is deleted or lost. */
  @Prop({ type: Number, required: true })
  fence!: number;

  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const LockLeaseSchema = platformSchema(LockLeaseRecord);
LockLeaseSchema.index({ expires_at: 1 });
