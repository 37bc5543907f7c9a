import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import {
  APPOINTMENT_SOURCES,
  type AppointmentLine,
  type AppointmentSource,
  type FreedTime,
  type GateFinding,
  type PendingReason,
  type RuleOverride,
} from '../appointment-details.js';
import type { BookableService, PolicyDto } from '../../catalog/index.js';
import type { MergeMark } from '../../../customers/contacts/index.js';
import {
  BOOKING_STATES,
  type BookingEvent,
  type BookingState,
  type Leg,
  type PendingMove,
  type StoredBooking,
  type PublishRetry,
} from '../booking.js';

const { Mixed } = MongooseSchema.Types;

/** An appointment from its first hold to its end. Its claims count exactly as long as this document says so (../README.md). */
@Schema({ collection: 'appointments' })
export class Appointment implements TenantDocument, StoredBooking {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: BOOKING_STATES })
  state!: BookingState;

  @Prop({ type: Date, default: null })
  exp!: Date | null;

  @Prop({ type: Number, required: true })
  ver!: number;

  @Prop({ type: [Mixed], default: [] })
  legs!: Leg[];

  /** The legs as one text (busy-text.ts), so that an index alone can answer occupancy. */
  @Prop({ type: String, required: true })
  busy!: string;

  @Prop({ type: Mixed, default: null })
  move!: PendingMove | null;

  @Prop({ type: Date, default: null })
  dead_at!: Date | null;

  @Prop({ type: Date })
  due_at?: Date;

  @Prop({ type: [Mixed], default: [] })
  events!: BookingEvent[];

  @Prop({ type: Mixed })
  tell_retry?: PublishRetry;

  @Prop({ type: String })
  client_key?: string;

  /** Refuses another request with the same key. */
  @Prop({ type: String })
  body_hash?: string;

  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  @Prop({ type: [Types.ObjectId], default: [] })
  pet_ids!: Types.ObjectId[];

  @Prop({ type: Types.ObjectId, required: true })
  service_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  staff_id!: Types.ObjectId | null;

  @Prop({ type: Date, required: true })
  starts_at!: Date;

  @Prop({ type: Date, required: true })
  ends_at!: Date;

  @Prop({ type: String, required: true })
  time_zone!: string;

  @Prop({ type: Number, default: null })
  price!: number | null;

  @Prop({ type: String, required: true })
  currency!: string;

  @Prop({ type: String, default: null })
  notes!: string | null;

  @Prop({ type: [Mixed], default: [] })
  lines!: AppointmentLine[];

  @Prop({ type: String, required: true, enum: APPOINTMENT_SOURCES })
  source!: AppointmentSource;

  @Prop({ type: Types.ObjectId, default: null })
  series_id!: Types.ObjectId | null;

  @Prop({ type: String, default: null })
  cancel_reason!: string | null;

  @Prop({ type: [Types.ObjectId], default: [] })
  staff_ids!: Types.ObjectId[];

  @Prop({ type: [Types.ObjectId], default: [] })
  resource_ids!: Types.ObjectId[];

  @Prop({ type: Number, default: null })
  nights!: number | null;

  @Prop({ type: Mixed, required: true })
  policy!: PolicyDto;

  @Prop({ type: [Mixed], default: [] })
  booked_services!: BookableService[];

  @Prop({ type: Number, default: 0 })
  reschedules!: number;

  @Prop({ type: [Mixed], default: [] })
  warnings!: GateFinding[];

  @Prop({ type: [Mixed], default: [] })
  pending_on!: PendingReason[];

  @Prop({ type: [Mixed], default: [] })
  approved!: PendingReason[];

  @Prop({ type: Boolean, default: false })
  is_pending!: boolean;

  @Prop({ type: Date, default: null })
  pending_until!: Date | null;

  @Prop({ type: Types.ObjectId, default: null })
  booked_by!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId })
  changed_by?: Types.ObjectId | null;

  @Prop({ type: Number, default: null })
  fee!: number | null;

  @Prop({ type: Number })
  fee_before_request?: number | null;

  @Prop({ type: Date, default: null })
  confirmed_at!: Date | null;

  @Prop({ type: Boolean, default: false })
  is_late_cancel!: boolean;

  @Prop({ type: Boolean })
  is_customer_cancel?: boolean;

  @Prop({ type: Mixed, default: null })
  override!: RuleOverride | null;

  @Prop({ type: Mixed, default: null })
  freed!: FreedTime | null;

  @Prop({ type: Date })
  completed_at?: Date | null;

  @Prop({ type: Mixed })
  customer_confirmed?: { at: Date; starts_at: Date } | null;

  @Prop({ type: [Mixed], default: undefined })
  merge_marks?: MergeMark[];
}

export const AppointmentSchema = tenantSchema(Appointment);
AppointmentSchema.index({ company_id: 1, starts_at: 1, _id: 1, ends_at: 1 });
AppointmentSchema.index({ company_id: 1, state: 1, starts_at: 1, _id: 1 });
// Covers the query of occupancy-reader.ts.
AppointmentSchema.index({ company_id: 1, ends_at: 1, starts_at: 1, state: 1, exp: 1, _id: 1, busy: 1 });
AppointmentSchema.index(
  { company_id: 1, 'move.exp': 1 },
  { partialFilterExpression: { 'move.exp': { $exists: true } } },
);
AppointmentSchema.index(
  { company_id: 1, is_pending: 1, starts_at: 1, _id: 1 },
  { partialFilterExpression: { is_pending: true } },
);
AppointmentSchema.index({ pending_until: 1 }, { partialFilterExpression: { is_pending: true } });
AppointmentSchema.index(
  { company_id: 1, client_key: 1 },
  { unique: true, partialFilterExpression: { client_key: { $exists: true } } },
);
for (const whose of ['staff_ids', 'resource_ids', 'contact_id', 'pet_ids'])
  AppointmentSchema.index({ company_id: 1, [whose]: 1, starts_at: 1, _id: 1 });
AppointmentSchema.index({ company_id: 1, 'lines.service_id': 1, ends_at: 1 });
AppointmentSchema.index(
  { company_id: 1, completed_at: 1 },
  { partialFilterExpression: { completed_at: { $exists: true } } },
);
AppointmentSchema.index({ 'events.at': 1 }, { sparse: true });
AppointmentSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
AppointmentSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
