import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../core/tenancy/index.js';
import type { VisitRequest } from '../../booking/availability/index.js';
import type { MergeMark } from '../../customers/contacts/index.js';

const { Mixed } = MongooseSchema.Types;

/** `kept`: the visit was cancelled, and the money stays. `refunding` is decided, and never becomes anything but `refunded`. */
export const DEPOSIT_STATES = ['open', 'booked', 'expired', 'refunding', 'refunded', 'kept'] as const;
export type DepositState = (typeof DEPOSIT_STATES)[number];

/** `sending` and `unknown`: the mail may have arrived, so it is not sent again. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'unknown', 'skipped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** How the same visit is booked again. Ids are hex. */
export interface VisitAgain {
  readonly visit: VisitRequest;
  readonly starts_at: Date;
  readonly pet_ids: string[];
  readonly notes: string | null;
  /** In minor units. */
  readonly price: number | null;
}

export interface DepositRefund {
  /** `late`: the time could not be booked when the money came. */
  readonly reason: 'late' | 'cancelled';
  /** In minor units; null: all. */
  readonly amount: number | null;
  /** Refunds that the provider has refused. */
  readonly refusals: number;
}

/** The deposit of one hold of the public page. Its id is that of the hold, so a hold has one deposit. */
@Schema({ collection: 'deposits' })
export class Deposit implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: DEPOSIT_STATES })
  state!: DepositState;

  /** Null after the deletion of the customer. */
  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  /** In minor units of `currency`. */
  @Prop({ type: Number, required: true })
  amount!: number;

  @Prop({ type: String, required: true })
  currency!: string;

  /** Until then the visitor can pay. The hold ends a little later. */
  @Prop({ type: Date, required: true })
  expires_at!: Date;

  @Prop({ type: Mixed, required: true })
  again!: VisitAgain;

  /** Null until the visitor asks for the PIX. */
  @Prop({ type: Types.ObjectId, default: null })
  payment_id!: Types.ObjectId | null;

  /** Payments that were made for it; all but the last one were refused. */
  @Prop({ type: Number, default: 0 })
  tries!: number;

  /** Somebody ended the hold before its time was over, so it is not booked again. */
  @Prop({ type: Boolean, default: false })
  is_given_up!: boolean;

  @Prop({ type: Types.ObjectId, default: null })
  booked_id!: Types.ObjectId | null;

  @Prop({ type: Mixed, default: null })
  refund!: DepositRefund | null;

  /** Of the mail about a payment that is paid back because the time could not be booked. */
  @Prop({ type: String, enum: MAIL_STATES, default: 'waiting' })
  mail!: MailState;

  /** When it is checked next; null: never again. */
  @Prop({ type: Date })
  due_at?: Date | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;

  @Prop({ type: [Mixed], default: undefined })
  merge_marks?: MergeMark[];
}

export const DepositSchema = tenantSchema(Deposit);
DepositSchema.index({ company_id: 1, payment_id: 1 });
DepositSchema.index({ company_id: 1, booked_id: 1 });
DepositSchema.index({ company_id: 1, contact_id: 1 });
DepositSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
DepositSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
