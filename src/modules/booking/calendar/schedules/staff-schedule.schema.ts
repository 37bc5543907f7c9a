import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { DateOverrideDto, WeeklyDayDto } from './dto/schedule-parts.dto.js';

const { Mixed } = MongooseSchema.Types;

@Schema({ collection: 'staff_schedules' })
export class StaffSchedule implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  staff_id!: Types.ObjectId;

  /** IANA name; null: the company's. */
  @Prop({ type: String, default: null })
  time_zone!: string | null;

  @Prop({ type: [Mixed], default: [] })
  weekly!: WeeklyDayDto[];

  /** YYYY-MM-DD, any day of an A week. */
  @Prop({ type: String, default: null })
  week_a_starts!: string | null;

  @Prop({ type: [Mixed], default: [] })
  overrides!: DateOverrideDto[];

  @Prop({ type: Boolean, default: true })
  bookable!: boolean;

  @Prop({ type: Number, default: 0 })
  revision?: number;
}

export const StaffScheduleSchema = tenantSchema(StaffSchedule);
StaffScheduleSchema.index({ company_id: 1, _id: 1 });
StaffScheduleSchema.index({ company_id: 1, staff_id: 1 }, { unique: true });
