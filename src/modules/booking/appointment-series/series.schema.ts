import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../core/tenancy/index.js';
import type { SeriesRule } from './series-rule.js';

export const SERIES_STATES = ['committing', 'undoing', 'active', 'failed', 'cancelled'] as const;
/**
 * `undoing` will never be one, whoever still books it; `failed` never was one: what had been booked of it is undone, save a
 * visit that has begun.
 */
export type SeriesState = (typeof SERIES_STATES)[number];

/** Appointments that were booked together and repeat. Each of them is one of its own; this only knows which they are. */
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

  /** IANA name of the zone whose wall it keeps to. */
  @Prop({ type: String, required: true })
  time_zone!: string;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  rule!: SeriesRule;

  /** Written before the first of them is certain. */
  @Prop({ type: [Types.ObjectId], default: [] })
  appointment_ids!: Types.ObjectId[];

  /** Whoever booked it has crashed if it is not finished by then; absent once it is. */
  @Prop({ type: Date })
  stale_at?: Date;
}

export const AppointmentSeriesSchema = tenantSchema(AppointmentSeries);
AppointmentSeriesSchema.index({ company_id: 1, _id: -1 });
AppointmentSeriesSchema.index({ stale_at: 1 }, { partialFilterExpression: { stale_at: { $exists: true } } });
