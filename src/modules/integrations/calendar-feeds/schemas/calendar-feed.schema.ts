import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const FEED_KINDS = ['company', 'staff', 'resource'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** An address at which calendar programs read appointments. */
@Schema({ collection: 'calendar_feeds' })
export class CalendarFeed implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: FEED_KINDS })
  kind!: FeedKind;

  @Prop({ type: Types.ObjectId, default: null })
  staff_id!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId, default: null })
  resource_id!: Types.ObjectId | null;

  /** SHA-256 of the secret in the address: it has 256 random bits, so guesses cannot be tested. */
  @Prop({ type: String, required: true })
  hash!: string;

  /** The feed ends when this person leaves. */
  @Prop({ type: Types.ObjectId, required: true })
  created_by!: Types.ObjectId;

  /** Updated at most once a minute. */
  @Prop({ type: Date, default: null })
  last_read_at!: Date | null;
}

export const CalendarFeedSchema = tenantSchema(CalendarFeed);
CalendarFeedSchema.index({ hash: 1 }, { unique: true });
CalendarFeedSchema.index({ company_id: 1, _id: 1 });
