import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import type { Platform } from '../../../customers/contacts/index.js';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { ChannelError } from './channel-error.js';
import type { ChannelToken } from '../tokens/channel-token.js';

/**
 * `unverified`: without a proof of the token nothing comes in or goes out, and the account stays free.
 * `needs_reconnect`: the token was refused, so nothing is sent; events still come in.
 */
export const CHANNEL_STATES = ['unverified', 'live', 'needs_reconnect', 'disconnected'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

export const PROVEN_STATES: readonly ChannelState[] = ['live', 'needs_reconnect'];

export const MAX_EXTERNAL_ID_LENGTH = 128;

/** Flat values of the platform, for instance `waba_id` or `page_id`. */
export type ChannelSettings = Record<string, string | number | boolean>;

export const ACCOUNT_EVENTS = ['deleted', 'offboarded', 'restricted', 'blocked', 'warned'] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number];

/** The provider reported that it limits or ends the account. */
export interface AccountEvent {
  kind: AccountEventKind;
  /** The provider's words. */
  message: string;
  at: Date;
}

/** Times are null until the thing has happened. */
export interface ChannelHealth {
  last_in_at: Date | null;
  last_out_at: Date | null;
  /** The error of the last test; null after a success. */
  last_error: ChannelError | null;
  /** The error of the last send, if the channel was its cause; null after a success. */
  send_error: ChannelError | null;
  /** The last time that another app held a conversation. */
  standby_at: Date | null;
  /** Null after the provider took it back. */
  account_event: AccountEvent | null;
  /** The time of the provider's last report; older reports are ignored. */
  account_event_at?: Date;
  subscribed_fields: string[];
  checked_at: Date | null;
}

export const UNKNOWN_HEALTH: Readonly<ChannelHealth> = {
  last_in_at: null,
  last_out_at: null,
  last_error: null,
  send_error: null,
  standby_at: null,
  account_event: null,
  subscribed_fields: [],
  checked_at: null,
};

/** The quota of the account, as the provider reported it. */
export interface ChannelQuotaState {
  /** Percent of the limit, 0 to 100; null without a recent report. */
  usage_percent: number | null;
  /** Nothing is sent before this time; null if the channel may send. */
  limited_until: Date | null;
  noted_at: Date;
}

/** Kept after a disconnect, because conversations refer to it. */
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

  /** Page id, Instagram account id or WhatsApp `phone_number_id`; webhooks are routed by it. */
  @Prop({ type: String, required: true, maxlength: MAX_EXTERNAL_ID_LENGTH })
  external_id!: string;

  /** Instagram's second id of the account, scoped to our app; webhooks never carry it. */
  @Prop({ type: String })
  app_scoped_id?: string;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String })
  access_token?: string;

  /** Facts about the token above; deleted with it. */
  @Prop({ type: MongooseSchema.Types.Mixed })
  token?: ChannelToken;

  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({}) })
  settings!: ChannelSettings;

  @Prop({ type: String, required: true, enum: CHANNEL_STATES })
  state!: ChannelState;

  @Prop({ type: Boolean, required: true, default: true })
  live!: boolean;

  @Prop({ type: Date })
  proven_at?: Date;

  /** The state of the token for which owners and managers must still get a mail. */
  @Prop({ type: String })
  token_mail_due?: 'expiring' | 'needs_reconnect';

  /** When the company last gave up an account that it held. */
  @Prop({ type: Date, default: null })
  released_at!: Date | null;

  /** Events received before it are not this company's. */
  @Prop({ type: Date })
  events_from?: Date;

  /** Until then, events that older work sets aside as unroutable are looked for. */
  @Prop({ type: Date })
  reopen_until?: Date;

  /** The subscribed node at the provider; several channels may share one. */
  @Prop({ type: String })
  subscribed_node?: string;

  /** Counts changes by people, not traffic or self-tests. */
  @Prop({ type: Number })
  revision?: number;

  @Prop({ type: MongooseSchema.Types.Mixed, default: () => ({ ...UNKNOWN_HEALTH }) })
  health!: ChannelHealth;

  /** Absent until the provider first reports it. */
  @Prop({ type: MongooseSchema.Types.Mixed })
  quota?: ChannelQuotaState;
}

export const ChannelSchema = tenantSchema(Channel);
// One company holds a proven account; claims reserve nothing.
ChannelSchema.index(
  { platform: 1, external_id: 1 },
  { unique: true, partialFilterExpression: { state: { $in: PROVEN_STATES } } },
);
ChannelSchema.index({ platform: 1, external_id: 1, released_at: -1 });
ChannelSchema.index({ reopen_until: 1 }, { partialFilterExpression: { reopen_until: { $exists: true } } });
ChannelSchema.index({ token_mail_due: 1 }, { partialFilterExpression: { token_mail_due: { $exists: true } } });
ChannelSchema.index({ subscribed_node: 1 }, { partialFilterExpression: { subscribed_node: { $exists: true } } });
ChannelSchema.index({ company_id: 1, live: 1, _id: 1 });
// One document for each account of a company; its conversations refer to it.
ChannelSchema.index({ company_id: 1, platform: 1, external_id: 1 }, { unique: true });
