import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import type { Platform } from '../../../customers/contacts/index.js';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/**
 * `unverified`: it is not proven that the token may act for the account, so nothing comes in or goes out and the account
 * stays free for others. `needs_reconnect`: the token no longer works, so nothing can be sent; events still come in.
 */
export const CHANNEL_STATES = ['unverified', 'live', 'needs_reconnect', 'disconnected'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** A channel in one of these states has the account to itself. */
export const PROVEN_STATES: readonly ChannelState[] = ['live', 'needs_reconnect'];

export const MAX_EXTERNAL_ID_LENGTH = 128;

/** Flat values a platform needs beside the id and the token, for instance `waba_id` or `page_id`. */
export type ChannelSettings = Record<string, string | number | boolean>;

/** The last failure the provider told us of; never holds a token. */
export interface ChannelError {
  code: string;
  message: string;
  at: Date;
}

/** How a channel fares; times are null until the thing has happened. */
export interface ChannelHealth {
  last_in_at: Date | null;
  last_out_at: Date | null;
  last_error: ChannelError | null;
  /** Null: unknown or never. */
  token_expires_at: Date | null;
  /** Webhook fields the provider says we are subscribed to. */
  subscribed_fields: string[];
  /** Last self-test. */
  checked_at: Date | null;
}

export const UNKNOWN_HEALTH: Readonly<ChannelHealth> = {
  last_in_at: null,
  last_out_at: null,
  last_error: null,
  token_expires_at: null,
  subscribed_fields: [],
  checked_at: null,
};

/** A business account customers can write to. Kept after it was disconnected, since conversations refer to it. */
@Schema({ collection: 'channels' })
export class Channel implements TenantDocument, HasRevision {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  platform!: Platform;

  /** Who carries its messages; platform and provider make the kind of the channel. */
  @Prop({ type: String, required: true })
  provider!: string;

  /** Page id, Instagram account id or WhatsApp `phone_number_id`: what webhooks are routed by. */
  @Prop({ type: String, required: true, maxlength: MAX_EXTERNAL_ID_LENGTH })
  external_id!: string;

  /**
   * Instagram knows an account by two numbers; this is the one scoped to our app, which webhooks never carry. Kept so
   * that nobody takes the one for the other.
   */
  @Prop({ type: String })
  app_scoped_id?: string;

  @Prop({ type: String, required: true })
  name!: string;

  /** Sealed; bound to this channel, so that it opens nowhere else. */
  @Prop({ type: String })
  access_token?: string;

  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({}) })
  settings!: ChannelSettings;

  @Prop({ type: String, required: true, enum: CHANNEL_STATES })
  state!: ChannelState;

  /** True unless disconnected. */
  @Prop({ type: Boolean, required: true, default: true })
  live!: boolean;

  /** When the company last became the holder of the account. */
  @Prop({ type: Date })
  proven_at?: Date;

  /** When the company last gave up the account after it had held it. */
  @Prop({ type: Date, default: null })
  released_at!: Date | null;

  /** Events received before it are not this company's. */
  @Prop({ type: Date })
  events_from?: Date;

  /** Until then, work that began before the proof may still set events aside as unroutable, so they are looked for. */
  @Prop({ type: Date })
  reopen_until?: Date;

  /** The node at Meta whose events the app is subscribed to for this channel; several channels may share one. */
  @Prop({ type: String })
  subscribed_node?: string;

  /** Counts the changes by people; traffic and self-tests count as none. */
  @Prop({ type: Number })
  revision?: number;

  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({ ...UNKNOWN_HEALTH }) })
  health!: ChannelHealth;
}

export const ChannelSchema = tenantSchema(Channel);
// An account belongs to the one company in the whole installation that proved it first; claims reserve nothing.
ChannelSchema.index(
  { platform: 1, external_id: 1 },
  { unique: true, partialFilterExpression: { state: { $in: PROVEN_STATES } } },
);
ChannelSchema.index({ platform: 1, external_id: 1, released_at: -1 });
ChannelSchema.index({ reopen_until: 1 }, { partialFilterExpression: { reopen_until: { $exists: true } } });
ChannelSchema.index({ subscribed_node: 1 }, { partialFilterExpression: { subscribed_node: { $exists: true } } });
ChannelSchema.index({ company_id: 1, live: 1, _id: 1 });
// A company has one document an account, which its conversations go on with.
ChannelSchema.index({ company_id: 1, platform: 1, external_id: 1 }, { unique: true });
