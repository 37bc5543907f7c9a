import { Prop, raw, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

/** The public keys of a browser, in base64url. Payloads are encrypted for them. */
export interface PushKeys {
  p256dh: string;
  auth: string;
}

/** A push that a job has taken on. Only this job may send it, also when it runs again after a crash. */
export interface ClaimedPush {
  key: string;
  run_id: string;
}

/** A browser that gets notifications of one user. Like its session, it belongs to one log-in. */
@Schema({ collection: 'push_subscriptions' })
export class PushSubscription implements StoredDocument {
  _id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  company_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  session_id!: Types.ObjectId;

  /** The address at the push service. It is unique in the whole installation, as a browser has one user at a time. */
  @Prop({ type: String, required: true })
  endpoint!: string;

  @Prop(raw({ type: { p256dh: String, auth: String }, required: true, _id: false }))
  keys!: PushKeys;

  /** The newest pushes, the newest last. */
  @Prop(raw({ type: [{ key: String, run_id: String, _id: false }], default: [] }))
  claimed!: ClaimedPush[];

  created_at!: Date;
  updated_at!: Date;
}

export const PushSubscriptionSchema = platformSchema(PushSubscription);
PushSubscriptionSchema.index({ endpoint: 1 }, { unique: true });
PushSubscriptionSchema.index({ company_id: 1, user_id: 1, updated_at: -1 });
PushSubscriptionSchema.index({ session_id: 1 });
