import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../core/tenancy/index.js';
import type { SeriesRule } from './series-rule.js';

export const SERIES_STATES = ['committing', 'undoing', 'active', 'failed', 'cancelled'] as const;
/** `undoing`: being cancelled as a whole. `failed`: undone; only visits that had begun stay. */
export type SeriesState = (typeof SERIES_STATES)[number];

@Schema({ collection: 'appointment_series' })
export class AppointmentSeries implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: SERIES_STATES })
  state!: SeriesState;

  @Prop({ type: Types.ObjectId, required: true })
  service_id!: Types.ObjectId;

  @Prop({ type: Date, required: true })
  starts_at!: Date;

  @Prop({ type: String, required: true })
  time_zone!: string;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  rule!: SeriesRule;

  /** Written before the first appointment is confirmed. */
  @Prop({ type: [Types.ObjectId], default: [] })
  appointment_ids!: Types.ObjectId[];

  /** The sweep undoes the series if it is not finished by then. Absent once it is. */
  @Prop({ type: Date })
  stale_at?: Date;
}

export const AppointmentSeriesSchema = tenantSchema(AppointmentSeries);
AppointmentSeriesSchema.index({ company_id: 1, _id: -1 });
AppointmentSeriesSchema.index({ stale_at: 1 }, { partialFilterExpression: { stale_at: { $exists: true } } });
