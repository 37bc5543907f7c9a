import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** Counts per contact, recomputed after every change of an appointment. */
@Schema({ collection: 'booking_stats' })
export class BookingStats implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  completed!: number;

  @Prop({ type: Number, required: true })
  no_shows!: number;

  @Prop({ type: Number, required: true })
  late_cancels!: number;
}

export const BookingStatsSchema = tenantSchema(BookingStats);
BookingStatsSchema.index({ company_id: 1, contact_id: 1 }, { unique: true });
