import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const EVENT_STATES = ['new', 'done', 'ignored'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** An event of the provider. */
@Schema({ collection: 'payment_events' })
export class PaymentEvent implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** The provider's id: the same event comes more than once. */
  @Prop({ type: String, required: true })
  event_id!: string;

  /** For example PAYMENT_RECEIVED. */
  @Prop({ type: String, required: true })
  event!: string;

  /** `{payment: {id, externalReference}}`. */
  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  body!: Record<string, unknown>;

  /** `ignored`: not about a payment of PetBuddy. */
  @Prop({ type: String, required: true, enum: EVENT_STATES })
  state!: EventState;
}

export const PaymentEventSchema = tenantSchema(PaymentEvent);
PaymentEventSchema.index({ company_id: 1, event_id: 1 }, { unique: true });
PaymentEventSchema.index({ state: 1, created_at: 1 });
