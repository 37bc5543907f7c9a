import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** What Google was told of an appointment, or must be told. */
export interface EventContent {
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** A time that somebody chose in Google and that the booking rules refuse. */
export interface RefusedEdit {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly at: Date;
}

/** One appointment of one person as an event in Google. */
@Schema({ collection: 'google_events' })
export class PushedEvent implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  appointment_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true })
  calendar_id!: string;

  /** `ver` of the appointment in Google; null until the first push has succeeded. */
  @Prop({ type: Number, default: null })
  pushed_ver!: number | null;

  /** Null: unknown, so it must be sent again. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  pushed!: EventContent | null;

  /** `updated` of the event after our last write; changes until then are our own or older. */
  @Prop({ type: Date, default: null })
  remote_updated_at!: Date | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  refused!: RefusedEdit | null;
}

export const PushedEventSchema = tenantSchema(PushedEvent);
PushedEventSchema.index({ company_id: 1, appointment_id: 1, staff_id: 1 }, { unique: true });
PushedEventSchema.index({ company_id: 1, staff_id: 1 });
PushedEventSchema.index({ company_id: 1, contact_id: 1 });
PushedEventSchema.index(
  { company_id: 1, 'refused.at': 1 },
  { partialFilterExpression: { 'refused.at': { $exists: true } } },
);
