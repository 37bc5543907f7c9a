import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const NOTIFICATION_TYPES = [
  'mention',
  'assignment',
  'channel.needs_reconnect',
  'channel.token_expiring',
  'waitlist.offered',
  'flow.emergency',
  'assistant.budget_spent',
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

@Schema({ collection: 'notifications' })
export class Notification implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: String, enum: NOTIFICATION_TYPES, required: true })
  type!: NotificationType;

  /** Identifies the event, so that a user has one notification of it. */
  @Prop({ type: String, required: true })
  key!: string;

  /** Ids and times, as hex and ISO texts. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({}) })
  data!: Record<string, string | number>;

  /** Names and texts to show. They never enter the event log. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({}) })
  words!: Record<string, string>;

  @Prop({ type: Date, default: null })
  read_at!: Date | null;
}

export const NotificationSchema = tenantSchema(Notification);
NotificationSchema.index({ company_id: 1, user_id: 1, key: 1 }, { unique: true });
NotificationSchema.index({ company_id: 1, user_id: 1, _id: -1 });
NotificationSchema.index({ company_id: 1, 'data.contact_id': 1 });
NotificationSchema.index({ company_id: 1, 'data.message_id': 1 });
