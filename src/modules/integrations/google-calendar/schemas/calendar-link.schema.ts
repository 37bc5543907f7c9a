import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const DIRECTIONS = ['push', 'pull', 'both'] as const;
/** `push`: appointments to Google; `pull`: busy times from Google. */
export type Direction = (typeof DIRECTIONS)[number];

/** A channel by which Google says that the calendar has changed. */
export interface WatchChannel {
  readonly calendar_id: string;
  readonly id: string;
  readonly resource_id: string;
  /** SHA-256 of the token that Google sends with each notice. */
  readonly token_hash: string;
  readonly expires_at: Date;
}

/** The calendar of a member of staff, and how far it is synchronised. */
@Schema({ collection: 'google_calendar_links' })
export class CalendarLink implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  /** Null: the link is to be removed, with its busy times, its events and its channel. */
  @Prop({ type: String, default: null })
  calendar_id!: string | null;

  @Prop({ type: String, required: true })
  calendar_name!: string;

  /** Of the calendar; all-day events mean its days. */
  @Prop({ type: String, required: true })
  time_zone!: string;

  @Prop({ type: String, required: true, enum: DIRECTIONS })
  direction!: Direction;

  /** Rises with each change of the settings, so that a run that began before stores nothing. */
  @Prop({ type: Number, default: 0 })
  generation!: number;

  /** Null: the next run reads the whole calendar. */
  @Prop({ type: String, default: null })
  sync_token!: string | null;

  /** When the whole calendar was read for the last time. */
  @Prop({ type: Date, default: null })
  full_sync_at!: Date | null;

  @Prop({ type: Date, default: null })
  last_synced_at!: Date | null;

  @Prop({ type: String, default: null })
  error!: string | null;

  /** In a row. */
  @Prop({ type: Number, default: 0 })
  failures!: number;

  /** No call to Google is made for this calendar before this time, except when somebody asks for it. */
  @Prop({ type: Date, required: true })
  due_at!: Date;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  channel!: WatchChannel | null;
}

export const CalendarLinkSchema = tenantSchema(CalendarLink);
CalendarLinkSchema.index({ company_id: 1, staff_id: 1 }, { unique: true });
CalendarLinkSchema.index({ due_at: 1 });
CalendarLinkSchema.index({ 'channel.id': 1 }, { partialFilterExpression: { 'channel.id': { $exists: true } } });
