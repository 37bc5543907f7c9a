import type { Platform } from '../../../customers/contacts/index.js';
import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import { platformSchema } from '../../../../core/tenancy/index.js';

/** The item of an event that was applied, or whose words were erased. */
export const BLANK_ITEM = '{}';

/**
 * `parked`: gave up after repeated failures, waits for a person. `unroutable`: no company held the account when it was
 * received.
 */
export const INBOUND_STATES = ['new', 'done', 'parked', 'unroutable'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];

/**
 * One thing a delivery said, stored before the delivery is acknowledged and worked on after. Its company is only known
 * once the account was looked up, so it stands outside the tenant wall.
 */
@Schema({ collection: 'inbound_events' })
export class InboundEventRecord {
  /** Digest of platform, account and `key`: one document for every copy the provider sends. */
  @Prop({ type: String })
  _id!: string;

  /** The provider's own identity of the event, readable. */
  @Prop({ type: String, required: true })
  key!: string;

  /** The source that delivered it, by the name of its mapper. Absent in events that Meta delivered before. */
  @Prop({ type: String })
  source?: string;

  @Prop({ type: String, required: true })
  platform!: Platform;

  /** Page id, Instagram account id or WhatsApp `phone_number_id`. */
  @Prop({ type: String, required: true })
  external_id!: string;

  @Prop({ type: MongooseSchema.Types.ObjectId })
  company_id?: Types.ObjectId;

  @Prop({ type: MongooseSchema.Types.ObjectId })
  channel_id?: Types.ObjectId;

  /** The source's own kind of item. */
  @Prop({ type: String, required: true })
  kind!: string;

  /** `platform:account:customer`; events of one lane are applied one after the other. */
  @Prop({ type: String, required: true })
  lane!: string;

  /** Group of lanes that is leased together, so that one lease pays for many customers. */
  @Prop({ type: Number, required: true })
  partition!: number;

  /** The item as JSON text, without what the others of its delivery say; blank once it was applied. */
  @Prop({ type: String, required: true })
  item!: string;

  /** When it happened, by the provider's clock. */
  @Prop({ type: Date, required: true })
  provider_at!: Date;

  @Prop({ type: Date, required: true })
  received_at!: Date;

  /** Arrival, growing; decides between events of the same time. */
  @Prop({ type: Number, required: true })
  order!: number;

  @Prop({ type: String, required: true, enum: INBOUND_STATES })
  state!: InboundState;

  /** Starts, those included that ended with the process. */
  @Prop({ type: Number, required: true })
  attempts!: number;

  /** Not worked on before this time. */
  @Prop({ type: Date, required: true })
  not_before!: Date;

  /** True while it only waits for the message it speaks of; then it holds up nobody behind it. */
  @Prop({ type: Boolean })
  waiting?: boolean;

  /** The lease under which it was claimed last; an older one may not write any more. */
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
