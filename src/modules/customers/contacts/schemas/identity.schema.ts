import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MergeMark, Mergeable } from '../contact-documents.js';
import type { Platform } from './platform.js';

/** For display only; the provider may change it. */
export interface IdentityProfile {
  name?: string;
  username?: string;
  phone?: string;
  locale?: string;
}

/** A customer's message opens 24 hours; a human agent or an ad click opens more. */
export const WINDOW_KINDS = ['standard', 'human_agent', 'free_entry_point'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

export interface ReplyWindow {
  expires_at: Date;
  kind: WindowKind;
}

/** The customer's last choice for a kind of message, for instance `marketing`. */
export interface OptIn {
  topic: string;
  opted_in: boolean;
  at: Date;
}

/** The topic of all automatic messages: flows, the assistant, reminders. */
export const AUTOMATION_TOPIC = 'automation';

/** Whether the customer has said in this inbox to want no automatic messages. */
export const isOptedOut = ({ opt_ins }: { readonly opt_ins: readonly OptIn[] }): boolean =>
  opt_ins.some(({ topic, opted_in }) => topic === AUTOMATION_TOPIC && !opted_in);

/** A customer in one inbox. The insert is the commit point: it decides the contact. */
@Schema({ collection: 'identities' })
export class Identity implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** The channel's id in hex, or `platform:<name>` for an unknown channel. */
  @Prop({ type: String, required: true })
  inbox!: string;

  @Prop({ type: String, required: true })
  platform!: Platform;

  /** As the provider writes it, for sending. */
  @Prop({ type: String, required: true })
  external_id!: string;

  /** Unique keys: one spelling of each id of the customer in this inbox. */
  @Prop({ type: [String], required: true })
  keys!: string[];

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: {} })
  profile!: IdentityProfile;

  /** When the platform's profile was read last; missing if never. */
  @Prop({ type: Date })
  profile_checked_at?: Date;

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
