import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../customers/contacts/index.js';
import type { WaitWindow } from './waitlist-ranking.js';

const { Mixed } = MongooseSchema.Types;

export const WAITLIST_STATES = ['waiting', 'offered', 'booked', 'expired'] as const;
export type WaitlistState = (typeof WAITLIST_STATES)[number];

export interface WaitlistOffer {
  /** The hold; an appointment once it is accepted. */
  appointment_id: Types.ObjectId;
  starts_at: Date;
  expires_at: Date;
  /** True once the offer is published. */
  is_told: boolean;
}

export const ANSWER_WAYS = ['staff', 'message', 'link'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** The last answer to an offer of the entry. */
export interface WaitlistAnswer {
  choice: 'accepted' | 'declined';
  /** `message`: the customer answered in a conversation; `link`: on the page of the entry. */
  way: AnswerWay;
  at: Date;
  /** The hold that was offered. */
  appointment_id: Types.ObjectId;
  starts_at: Date;
  /** The customer's message; null for the other ways. */
  message_id: Types.ObjectId | null;
}

/** `sending`: handed to the mail server, and never sent again. */
export type WelcomeState = 'waiting' | 'sending' | 'sent' | 'skipped';

/** The visitor who made the entry on the public page. */
export interface WaitlistOrigin {
  /** Fingerprints, as of a public hold. */
  visitor: string;
  address: string;
  /** Names the request, so that a repeated one finds the entry. */
  key: string;
  /** The mail that says so, with the link to leave the waitlist. */
  welcome: WelcomeState;
}

@Schema({ collection: 'waitlist' })
export class WaitlistEntry implements VersionedDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Boolean, default: false })
  is_vip!: boolean;

  @Prop({ type: [Types.ObjectId], default: [] })
  pet_ids!: Types.ObjectId[];

  @Prop({ type: Types.ObjectId, required: true })
  service_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  staff_id!: Types.ObjectId | null;

  @Prop({ type: [Mixed], required: true })
  windows!: WaitWindow[];

  /** Last local day of all windows, YYYY-MM-DD; the entry expires after it. */
  @Prop({ type: String, required: true })
  last_date!: string;

  /** Nights of boarding; null for other services and for the shortest stay. */
  @Prop({ type: Number, default: null })
  nights!: number | null;

  @Prop({ type: String, default: null })
  notes!: string | null;

  @Prop({ type: String, required: true, enum: WAITLIST_STATES, default: 'waiting' })
  state!: WaitlistState;

  @Prop({ type: Mixed, default: null })
  offer!: WaitlistOffer | null;

  @Prop({ type: Mixed })
  answer?: WaitlistAnswer;

  /** Absent where staff made the entry. */
  @Prop({ type: Mixed })
  origin?: WaitlistOrigin;

  /** Starts that were offered and not taken. */
  @Prop({ type: [Date], default: [] })
  passed!: Date[];

  /** Next check by the sweep, at once for unpublished offers. Absent once the entry is booked or expired. */
  @Prop({ type: Date })
  check_at?: Date;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const WaitlistEntrySchema = tenantSchema(WaitlistEntry);
WaitlistEntrySchema.index({ company_id: 1, _id: 1 });
WaitlistEntrySchema.index({ company_id: 1, state: 1, _id: 1 });
WaitlistEntrySchema.index({ company_id: 1, state: 1, last_date: 1, _id: 1 });
WaitlistEntrySchema.index({ company_id: 1, contact_id: 1, _id: 1 });
WaitlistEntrySchema.index(
  { company_id: 1, 'origin.key': 1 },
  { unique: true, partialFilterExpression: { 'origin.key': { $exists: true } } },
);
WaitlistEntrySchema.index(
  { company_id: 1, 'offer.appointment_id': 1 },
  { partialFilterExpression: { 'offer.appointment_id': { $exists: true } } },
);
WaitlistEntrySchema.index({ company_id: 1, 'merge_marks.merge_id': 1 }, { sparse: true });
WaitlistEntrySchema.index({ check_at: 1 }, { partialFilterExpression: { check_at: { $exists: true } } });
