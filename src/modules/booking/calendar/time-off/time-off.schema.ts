import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type VersionedDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { RepeatDto } from './dto/repeat.dto.js';

export const TIME_OFF_STATUSES = ['approved', 'requested'] as const;
/** Only approved time off blocks time; refused requests are deleted. */
export type TimeOffStatus = (typeof TIME_OFF_STATUSES)[number];

/** With `repeat`: the same local time every week. */
@Schema({ collection: 'time_off' })
export class TimeOff implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  /** End of the first time. */
  @Prop({ type: Date, required: true })
  starts_at!: Date;

  @Prop({ type: Date, required: true })
  ends_at!: Date;

  @Prop({ type: String, default: null })
  reason!: string | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  repeat!: RepeatDto | null;

  @Prop({ type: String, enum: TIME_OFF_STATUSES, required: true })
  status!: TimeOffStatus;

  @Prop({ type: Number, default: 0 })
  revision?: number;

  /** The last time has ended by then in every zone; indexed. */
  @Prop({ type: Date, required: true })
  over_at!: Date;
}

export const TimeOffSchema = tenantSchema(TimeOff);
TimeOffSchema.index({ company_id: 1, over_at: 1, _id: 1 });
TimeOffSchema.index({ company_id: 1, staff_id: 1, over_at: 1, _id: 1 });
