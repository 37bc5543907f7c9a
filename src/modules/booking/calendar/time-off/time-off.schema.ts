import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type VersionedDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { RepeatDto } from './dto/repeat.dto.js';

export const TIME_OFF_STATUSES = ['approved', 'requested'] as const;
/** Only what is approved takes time away; what is refused is deleted. */
export type TimeOffStatus = (typeof TIME_OFF_STATUSES)[number];

/** A time in which a staff member does not work. With `repeat` it is a rule: the same time on the wall, week by week. */
@Schema({ collection: 'time_off' })
export class TimeOff implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  /** Of the first time, where it repeats. */
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

  /** By then the last time is surely over, in whatever zone; so that one index finds what lies ahead. */
  @Prop({ type: Date, required: true })
  over_at!: Date;
}

export const TimeOffSchema = tenantSchema(TimeOff);
TimeOffSchema.index({ company_id: 1, over_at: 1, _id: 1 });
TimeOffSchema.index({ company_id: 1, staff_id: 1, over_at: 1, _id: 1 });
