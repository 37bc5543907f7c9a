import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const DELIVERY_STATUSES = ['pending', 'succeeded', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryAttempt {
  readonly at: Date;
  readonly duration_ms: number;
  /** Null if no response came. */
  readonly response_status: number | null;
  /** The beginning of the response. */
  readonly response_body: string;
  /** Null for a success. */
  readonly error: string | null;
}

/** One event for one endpoint. */
@Schema({ collection: 'webhook_deliveries' })
export class WebhookDelivery implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  endpoint_id!: Types.ObjectId;

  /** The `webhook-id`: the same for all endpoints, attempts and replays. */
  @Prop({ type: String, required: true })
  event_id!: string;

  /** Number of the event in the log of the company; null for a test. */
  @Prop({ type: Number, default: null })
  seq!: number | null;

  @Prop({ type: String, required: true })
  event!: string;

  @Prop({ type: Date, required: true })
  occurred_at!: Date;

  /** As in the event log, so that personal data is removed in the same way. */
  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  data!: Record<string, unknown>;

  @Prop({ type: String, required: true, enum: DELIVERY_STATUSES })
  status!: DeliveryStatus;

  /** The newest ones. */
  @Prop({ type: [MongooseSchema.Types.Mixed], required: true })
  attempts!: DeliveryAttempt[];

  /** Attempts since the event, or since its last replay. */
  @Prop({ type: Number, required: true })
  tries!: number;

  /** Only while it is pending. */
  @Prop({ type: Date })
  next_attempt_at?: Date;
}

export const WebhookDeliverySchema = tenantSchema(WebhookDelivery);
WebhookDeliverySchema.index({ company_id: 1, endpoint_id: 1, event_id: 1 }, { unique: true });
WebhookDeliverySchema.index(
  { company_id: 1, endpoint_id: 1, next_attempt_at: 1, seq: 1 },
  { partialFilterExpression: { next_attempt_at: { $exists: true } } },
);
WebhookDeliverySchema.index({ company_id: 1, endpoint_id: 1, _id: 1 });
WebhookDeliverySchema.index({ company_id: 1, endpoint_id: 1, status: 1, _id: 1 });
WebhookDeliverySchema.index({ created_at: 1 });
