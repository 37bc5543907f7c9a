import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MergeMark, Mergeable } from '../merge-marks.js';
import { PLATFORMS, type Platform } from './platform.js';

/** What a provider says of a customer; display only, all of it mutable on the other side. */
export interface IdentityProfile {
  name?: string;
  username?: string;
  phone?: string;
  avatar_url?: string;
  locale?: string;
}

/** Why we may still write: a customer's message opens 24 hours, a human agent or an ad click more. */
export const WINDOW_KINDS = ['standard', 'human_agent', 'free_entry_point'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

export interface ReplyWindow {
  expires_at: Date;
  kind: WindowKind;
}

/** A customer's last word on a kind of message, for instance `marketing`. */
export interface OptIn {
  topic: string;
  opted_in: boolean;
  at: Date;
}

/**
 * One customer as one inbox knows it, and the commit point of "who is this": whoever inserts it decides the contact.
 */
@Schema({ collection: 'identities' })
export class Identity implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** The channel's id in hex, or `platform:<name>` where no channel is known. */
  @Prop({ type: String, required: true })
  inbox!: string;

  @Prop({ type: String, required: true, enum: PLATFORMS })
  platform!: Platform;

  /** As the provider writes it, for sending. */
  @Prop({ type: String, required: true })
  external_id!: string;

  /** One spelling of the external id and of the customer's other ids in this inbox; unique, each of them. */
  @Prop({ type: [String], required: true })
  keys!: string[];

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: {} })
  profile!: IdentityProfile;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  opt_ins!: OptIn[];

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  reply_window!: ReplyWindow | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const IdentitySchema = tenantSchema(Identity);
IdentitySchema.index({ company_id: 1, inbox: 1, keys: 1 }, { unique: true });
IdentitySchema.index({ company_id: 1, contact_id: 1 });
IdentitySchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
