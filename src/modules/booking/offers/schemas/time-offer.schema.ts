import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import { OFFER_LANGUAGES, type OfferLanguage } from '../wording/offer-language.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';

const { Mixed } = MongooseSchema.Types;

/**
 * `open`: the customer may choose. `accepted`: a time is booked or requested. `taken`: the chosen time was no longer free.
 * `replaced`: a newer offer took its place. `withdrawn`: staff took it back, or it could not be sent or booked.
 */
export const OFFER_STATES = ['open', 'accepted', 'taken', 'expired', 'replaced', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export interface OfferedTime {
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** Null: anybody who is free then. */
  readonly staff_id: Types.ObjectId | null;
  readonly staff_name: string | null;
  /** What the customer sees on the button. */
  readonly label: string;
}

/** The customer's choice; stored before anything is booked, so that a repetition after a crash books the same. */
export interface OfferAnswer {
  /** From 0. */
  readonly slot: number;
  readonly message_id: Types.ObjectId;
  readonly at: Date;
}

/** Times that a conversation offers to its customer. It holds nothing. */
@Schema({ collection: 'time_offers' })
export class TimeOffer implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  service_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  service_name!: string;

  @Prop({ type: [Types.ObjectId], default: [] })
  pet_ids!: Types.ObjectId[];

  @Prop({ type: [String], default: [] })
  pet_names!: string[];

  /** Of all texts about it. */
  @Prop({ type: String, required: true, enum: OFFER_LANGUAGES })
  language!: OfferLanguage;

  /** IANA name of the zone in which the customer reads the times. */
  @Prop({ type: String, required: true })
  time_zone!: string;

  @Prop({ type: [Mixed], required: true })
  slots!: OfferedTime[];

  @Prop({ type: String, required: true, enum: OFFER_STATES })
  state!: OfferState;

  /** Only while the state is `open`: a conversation has one open offer at most. */
  @Prop({ type: Boolean })
  is_open?: true;

  @Prop({ type: Date, required: true })
  expires_at!: Date;

  /** Until then an answer is read, so that a tap on an old button is not lost. */
  @Prop({ type: Date, required: true })
  answers_until!: Date;

  /** Who made the offer, or the one whose taken time it follows; null for an API key. */
  @Prop({ type: Types.ObjectId, default: null })
  user_id!: Types.ObjectId | null;

  /** The question in the conversation; null until it is stored. */
  @Prop({ type: Types.ObjectId, default: null })
  message_id!: Types.ObjectId | null;

  @Prop({ type: Number, default: null })
  message_seq!: number | null;

  @Prop({ type: Mixed, default: null })
  answer!: OfferAnswer | null;

  @Prop({ type: Types.ObjectId, default: null })
  appointment_id!: Types.ObjectId | null;

  /** The caller's name for the request. */
  @Prop({ type: String })
  client_key?: string;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const TimeOfferSchema = tenantSchema(TimeOffer);
TimeOfferSchema.index({ company_id: 1, conversation_id: 1, _id: -1 });
TimeOfferSchema.index(
  { company_id: 1, conversation_id: 1, is_open: 1 },
  { unique: true, partialFilterExpression: { is_open: true } },
);
TimeOfferSchema.index(
  { company_id: 1, client_key: 1 },
  { unique: true, partialFilterExpression: { client_key: { $exists: true } } },
);
TimeOfferSchema.index({ company_id: 1, answers_until: 1 });
TimeOfferSchema.index({ company_id: 1, contact_id: 1 });
TimeOfferSchema.index({ company_id: 1, 'merge_marks.merge_id': 1 }, { sparse: true });
TimeOfferSchema.index({ expires_at: 1 }, { partialFilterExpression: { is_open: true } });
