import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import { REMINDER_KINDS, type ReminderChannel, type ReminderKind } from './reminder-rule.schema.js';

const { Mixed } = MongooseSchema.Types;

/** `claimed`: decided, and not yet sent. `unknown`: a mail that may have arrived; it is not sent again. */
export const REMINDER_STATES = ['claimed', 'sent', 'skipped', 'failed', 'unknown'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** `cancel_asked`: the customer was told the fee; `kept`: the customer keeps the appointment because of it. */
export const REMINDER_ANSWERS = ['confirmed', 'cancel_asked', 'kept', 'cancelled'] as const;
export type ReminderAnswer = (typeof REMINDER_ANSWERS)[number];

/** The way that is being taken; stored before the call. */
export interface ReminderAttempt {
  way: ReminderChannel;
  conversation_id: Types.ObjectId | null;
  at: Date;
}

/** A way that was not open, with the reason. */
export interface ClosedWay {
  way: ReminderChannel;
  reason: string;
}

/** One message to a customer about one occasion, stored before it is sent. The unique index lets it exist once. */
@Schema({ collection: 'reminders' })
export class Reminder implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  rule_id!: Types.ObjectId;

  @Prop({ type: String, required: true, enum: REMINDER_KINDS })
  kind!: ReminderKind;

  /** The appointment and its start, the completed appointment, or the pet and the last day of its vaccination. */
  @Prop({ type: String, required: true })
  occasion!: string;

  /** The contact when it was stored, as hex. Unlike `contact_id` it stays after a merge. */
  @Prop({ type: String, required: true })
  first_contact!: string;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  appointment_id!: Types.ObjectId | null;

  /** The pets that it is about. */
  @Prop({ type: [Types.ObjectId], default: [] })
  pet_ids!: Types.ObjectId[];

  /** The start of the appointment, or the last valid day of the vaccination. */
  @Prop({ type: Date, required: true })
  starts_at!: Date;

  /** Sent later, it makes no sense any more. */
  @Prop({ type: Date, required: true })
  until!: Date;

  @Prop({ type: String, required: true, enum: REMINDER_STATES })
  state!: ReminderState;

  /** Why it was skipped or failed. */
  @Prop({ type: String, default: null })
  reason!: string | null;

  @Prop({ type: [Mixed], default: [] })
  closed_ways!: ClosedWay[];

  @Prop({ type: Mixed, default: null })
  attempt!: ReminderAttempt | null;

  /** Mails that the server did not take. */
  @Prop({ type: Number, default: 0 })
  failures!: number;

  @Prop({ type: Types.ObjectId, default: null })
  message_id!: Types.ObjectId | null;

  @Prop({ type: Date, default: null })
  settled_at!: Date | null;

  /** Next try; absent once it is settled. */
  @Prop({ type: Date })
  due_at?: Date;

  @Prop({ type: String, default: null })
  answer!: ReminderAnswer | null;

  @Prop({ type: Date, default: null })
  answered_at!: Date | null;

  /** The message that is the answer. */
  @Prop({ type: Types.ObjectId, default: null })
  answer_message_id!: Types.ObjectId | null;

  /** The fee that the customer was told when asked whether to cancel, in minor units. */
  @Prop({ type: Number, default: null })
  told_fee!: number | null;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const ReminderSchema = tenantSchema(Reminder);
ReminderSchema.index({ company_id: 1, rule_id: 1, occasion: 1, first_contact: 1 }, { unique: true });
ReminderSchema.index({ company_id: 1, _id: -1 });
ReminderSchema.index({ company_id: 1, state: 1, _id: -1 });
ReminderSchema.index({ company_id: 1, rule_id: 1, _id: -1 });
ReminderSchema.index({ company_id: 1, contact_id: 1, _id: -1 });
ReminderSchema.index({ company_id: 1, appointment_id: 1, _id: -1 });
ReminderSchema.index({ company_id: 1, 'attempt.conversation_id': 1, _id: -1 });
ReminderSchema.index({ company_id: 1, starts_at: 1 });
ReminderSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
ReminderSchema.index({ company_id: 1, due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
ReminderSchema.index({ company_id: 1, 'merge_marks.merge_id': 1 }, { sparse: true });
