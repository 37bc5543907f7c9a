import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import type { Platform } from '../../../customers/contacts/index.js';
import { platformSchema } from '../../../../core/tenancy/index.js';

export const BLANK_ITEM = '{}';

/** `parked`: waits for a person after repeated failures. `unroutable`: no company held the account then. */
export const INBOUND_STATES = ['new', 'done', 'parked', 'unroutable'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];

/**
 * Stored before the delivery is acknowledged. Its company is unknown at first, so it stands outside the tenant wall.
 */
@Schema({ collection: 'inbound_events' })
export class InboundEventRecord {
  /** Digest of platform, account and `key`, the same for every copy. */
  @Prop({ type: String })
  _id!: string;

  /** The provider's id of the event, readable. */
  @Prop({ type: String, required: true })
  key!: string;

  /** The name of its mapper; absent in old events of Meta. */
  @Prop({ type: String })
  source?: string;

  @Prop({ type: String, required: true })
  platform!: Platform;

  @Prop({ type: String, required: true })
  external_id!: string;

  @Prop({ type: MongooseSchema.Types.ObjectId })
  company_id?: Types.ObjectId;

  @Prop({ type: MongooseSchema.Types.ObjectId })
  channel_id?: Types.ObjectId;

  @Prop({ type: String, required: true })
  kind!: string;

  /** `platform:account:customer`; its events are applied in order. */
  @Prop({ type: String, required: true })
  lane!: string;

  /** A group of lanes shares a lease. */
  @Prop({ type: Number, required: true })
  partition!: number;

  /** JSON text; blank after the event was applied. */
  @Prop({ type: String, required: true })
  item!: string;

  @Prop({ type: Date, required: true })
  provider_at!: Date;

  @Prop({ type: Date, required: true })
  received_at!: Date;

  /** The order of arrival, for events of the same time. */
  @Prop({ type: Number, required: true })
  order!: number;

  @Prop({ type: String, required: true, enum: INBOUND_STATES })
  state!: InboundState;

  /** Includes attempts that ended with the process. */
  @Prop({ type: Number, required: true })
  attempts!: number;

  @Prop({ type: Date, required: true })
  not_before!: Date;

  /** It waits for its message and does not hold up later events. */
  @Prop({ type: Boolean })
  waiting?: boolean;

  /** An older lease may not write any more. */
  @Prop({ type: Number, required: true })
  fence!: number;

  @Prop({ type: String })
  last_error?: string;

  @Prop({ type: Date })
  done_at?: Date;
}

export const InboundEventSchema = platformSchema(InboundEventRecord);
InboundEventSchema.set('timestamps', false);
const NEW = { partialFilterExpression: { state: 'new' } };
InboundEventSchema.index({ not_before: 1, partition: 1, lane: 1 }, NEW);
InboundEventSchema.index({ lane: 1, provider_at: 1, order: 1 }, NEW);
InboundEventSchema.index(
  { state: 1, order: -1 },
  { partialFilterExpression: { state: { $in: ['parked', 'unroutable'] } } },
);
InboundEventSchema.index(
  { platform: 1, external_id: 1, received_at: 1 },
  { partialFilterExpression: { state: 'unroutable' } },
);
InboundEventSchema.index({ received_at: 1 });
