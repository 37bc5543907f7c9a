import { Prop, Schema } from '@nestjs/mongoose';
import { platformSchema } from '../../../../core/tenancy/index.js';

/**
 * The lane of one name of a customer, on a platform where a customer has several names. All names of a customer have
 * the same lane. Events have no company yet, so it stands outside the tenant wall like them.
 */
@Schema({ collection: 'customer_lanes' })
export class CustomerLane {
  /** `platform:account:name`, the name in one spelling. */
  @Prop({ type: String })
  _id!: string;

  @Prop({ type: String, required: true })
  lane!: string;
}

export const CustomerLaneSchema = platformSchema(CustomerLane);
CustomerLaneSchema.set('timestamps', false);
CustomerLaneSchema.index({ lane: 1 });
