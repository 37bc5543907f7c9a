import { Prop, Schema } from '@nestjs/mongoose';
import { platformSchema } from '../../../../core/tenancy/index.js';

/**
 * The lane of one id of a customer, for platforms where a customer has several ids: all have the same lane. It has no
 * company, like the events when they come in.
 */
@Schema({ collection: 'customer_lanes' })
export class CustomerLane {
  /** `platform:account:id`, with the id in one spelling. */
  @Prop({ type: String })
  _id!: string;

  @Prop({ type: String, required: true })
  lane!: string;
}

export const CustomerLaneSchema = platformSchema(CustomerLane);
CustomerLaneSchema.set('timestamps', false);
CustomerLaneSchema.index({ lane: 1 });
