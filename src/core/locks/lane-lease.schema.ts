import { Prop, Schema } from '@nestjs/mongoose';
import { platformSchema } from '../tenancy/index.js';

/** Who works on a lane now; derived state, so it may be lost in a crash. */
@Schema({ collection: 'lane_leases' })
export class LaneLeaseRecord {
  /** The lane's key. */
  @Prop({ type: String })
  _id!: string;

  /** Id of the process that holds the lane. */
  @Prop({ type: String, required: true })
  holder!: string;

  /** Grows with every change of holder, also over a lost record, since it starts from the clock. */
  @Prop({ type: Number, required: true })
  fence!: number;

  /** By the database server's clock. */
  @Prop({ type: Date, required: true })
  expires_at!: Date;
}

export const LaneLeaseSchema = platformSchema(LaneLeaseRecord);
LaneLeaseSchema.index({ expires_at: 1 });
