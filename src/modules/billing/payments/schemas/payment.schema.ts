import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { MergeMark } from '../../../customers/contacts/index.js';
import {
  DESK_METHODS,
  type DeskMethod,
  type Movement,
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  type PaymentMethod,
  type PaymentStatus,
  type Refund,
} from '../payment.types.js';

const { Mixed } = MongooseSchema.Types;

/** What is known of a payment at its provider. */
export interface ProviderFields {
  /** Null until the provider has the payment. */
  id: string | null;
  /** YYYY-MM-DD. */
  due_date: string;
  pay_url: string | null;
  slip_url: string | null;
  /** PNG in base64, of the PIX code. */
  qr_image: string | null;
  /** The PIX code to copy, or the line of the boleto. */
  code: string | null;
  /** Why the last call failed, in words for people. */
  problem: string | null;
  /** The connected account does not have the payment, so nothing can be done about it here. */
  is_unknown?: boolean;
}

/** One payment with all money that it moved. Each change is one write, so its movements and refunds always agree. */
@Schema({ collection: 'payments' })
export class Payment implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, default: null })
  appointment_id!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  /** Copied from the appointment, for reports. */
  @Prop({ type: Types.ObjectId, default: null })
  service_id!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId, default: null })
  staff_id!: Types.ObjectId | null;

  /** What was asked for, in minor units of `currency`. */
  @Prop({ type: Number, required: true })
  amount!: number;

  /** ISO 4217. */
  @Prop({ type: String, required: true })
  currency!: string;

  @Prop({ type: String, required: true, enum: PAYMENT_METHODS })
  method!: PaymentMethod;

  @Prop({ type: String, enum: [...DESK_METHODS, null], default: null })
  desk_method!: DeskMethod | null;

  @Prop({ type: String, required: true, enum: PAYMENT_STATUSES })
  status!: PaymentStatus;

  @Prop({ type: String, default: null })
  description!: string | null;

  /** The deposit of a public booking: its module follows the payment. Absent for others. */
  @Prop({ type: Boolean })
  is_deposit?: boolean;

  @Prop({ type: String })
  client_key?: string;

  /** Refuses another request with the same key. */
  @Prop({ type: String })
  body_hash?: string;

  @Prop({ type: Types.ObjectId, default: null })
  created_by!: Types.ObjectId | null;

  @Prop({ type: [Mixed], default: [] })
  movements!: Movement[];

  @Prop({ type: [Mixed], default: [] })
  refunds!: Refund[];

  @Prop({ type: Date, default: null })
  received_at!: Date | null;

  /** Null for payments at the desk. */
  @Prop({ type: Mixed, default: null })
  provider!: ProviderFields | null;

  /** When the provider is asked next; null: never again. Absent at the desk. */
  @Prop({ type: Date })
  due_at?: Date | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;

  @Prop({ type: [Mixed], default: undefined })
  merge_marks?: MergeMark[];
}

export const PaymentSchema = tenantSchema(Payment);
PaymentSchema.index({ company_id: 1, _id: -1 });
PaymentSchema.index({ company_id: 1, contact_id: 1, _id: -1 });
PaymentSchema.index({ company_id: 1, appointment_id: 1, _id: -1 });
PaymentSchema.index({ company_id: 1, status: 1, _id: -1 });
PaymentSchema.index({ company_id: 1, 'movements.at': 1 });
PaymentSchema.index(
  { company_id: 1, 'provider.id': 1 },
  { partialFilterExpression: { 'provider.id': { $exists: true } } },
);
PaymentSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
PaymentSchema.index(
  { company_id: 1, client_key: 1 },
  { unique: true, partialFilterExpression: { client_key: { $exists: true } } },
);
PaymentSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
