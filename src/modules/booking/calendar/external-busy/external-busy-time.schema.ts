import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** A time at which another calendar says that a member of staff is busy. It blocks bookings as time off does. */
@Schema({ collection: 'external_busy_times' })
export class ExternalBusyTime implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  /** The calendar, as its service names it. */
  @Prop({ type: String, required: true })
  calendar_id!: string;

  /** The event, as its service names it. */
  @Prop({ type: String, required: true })
  event_id!: string;

  @Prop({ type: Date, required: true })
  starts_at!: Date;

  @Prop({ type: Date, required: true })
  ends_at!: Date;

  /** Null for private events. */
  @Prop({ type: String, default: null })
  title!: string | null;

  /** The last complete reading of the calendar that had the event. */
  @Prop({ type: String, required: true })
  reading!: string;
}

export const ExternalBusyTimeSchema = tenantSchema(ExternalBusyTime);
ExternalBusyTimeSchema.index({ company_id: 1, staff_id: 1, calendar_id: 1, event_id: 1 }, { unique: true });
ExternalBusyTimeSchema.index({ company_id: 1, ends_at: 1, starts_at: 1, staff_id: 1 });
