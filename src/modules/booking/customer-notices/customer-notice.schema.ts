import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../customers/contacts/index.js';

const { Mixed } = MongooseSchema.Types;

/**
 * `received`: a request that is not approved yet. `request_cancelled`: such a request was cancelled. `offered`: a time that is
 * held for somebody on the waitlist.
 */
export const NOTICE_KINDS = ['received', 'confirmed', 'changed', 'cancelled', 'request_cancelled', 'offered'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `sending`: handed to the mail server when this was written. `unknown`: may have arrived; it is not sent again. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'unknown', 'skipped', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** `posted`: the message is in the conversation, and its own status says whether it has arrived. */
export const MESSAGE_NOTICE_STATES = ['waiting', 'posting', 'posted', 'skipped', 'failed'] as const;
export type MessageNoticeState = (typeof MESSAGE_NOTICE_STATES)[number];

/** The parts of an appointment that a notice tells. Ids are hex and sorted. */
export interface ToldVisit {
  starts_at: Date;
  /** Null except for a stay, whose last day the customer must know. */
  stays_until: Date | null;
  service_ids: string[];
  pet_ids: string[];
}

export interface MailWay {
  state: MailState;
  /** Why it was skipped or failed. */
  reason: string | null;
  at: Date;
}

export interface MessageWay {
  state: MessageNoticeState;
  /** Why it was skipped or failed; `told_in_conversation`: the posted message is one of a program that made the change. */
  reason: string | null;
  at: Date;
  conversation_id: Types.ObjectId | null;
  message_id: Types.ObjectId | null;
}

/** What a customer was told about an appointment, once for each event, and by which ways. */
@Schema({ collection: 'customer_notices' })
export class CustomerNotice implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  appointment_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  event_id!: string;

  /** Counts the notices of the appointment from 1. */
  @Prop({ type: Number, required: true })
  number!: number;

  @Prop({ type: String, required: true, enum: NOTICE_KINDS })
  kind!: NoticeKind;

  @Prop({ type: Mixed, required: true })
  visit!: ToldVisit;

  /** Whether this notice or one before it said that the appointment is booked. */
  @Prop({ type: Boolean, required: true })
  was_booked!: boolean;

  @Prop({ type: Mixed, required: true })
  mail!: MailWay;

  @Prop({ type: Mixed, required: true })
  message!: MessageWay;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const CustomerNoticeSchema = tenantSchema(CustomerNotice);
CustomerNoticeSchema.index({ company_id: 1, event_id: 1 }, { unique: true });
// Two processes that decide at the same time take the same number, and one of them fails.
CustomerNoticeSchema.index({ company_id: 1, appointment_id: 1, number: 1 }, { unique: true });
CustomerNoticeSchema.index({ company_id: 1, contact_id: 1 });
CustomerNoticeSchema.index(
  { company_id: 1, kind: 1, created_at: -1 },
  { partialFilterExpression: { kind: 'offered' } },
);
CustomerNoticeSchema.index({ company_id: 1, 'merge_marks.merge_id': 1 }, { sparse: true });
