import { isDeepStrictEqual } from 'node:util';
import type { Platform } from '../../customers/contacts/index.js';
import { channelKind } from './channel-kinds.js';
import { type ChannelLimitsView, toLimitsView } from './channel-limits.js';
import { versionOf } from '../../../core/tenancy/index.js';
import { type ChannelHealthView, toHealthView } from './health/channel-health.view.js';
import type { Channel, ChannelSettings, ChannelState } from './schemas/channel.schema.js';
import { type ChannelTokenView, tokenOf, toTokenView } from './tokens/channel-token.js';

export interface ChannelView {
  _id: string;
  company_id: string;
  platform: Platform;
  /** Who carries its messages. */
  provider: string;
  external_id: string;
  app_scoped_id: string | null;
  name: string;
  settings: ChannelSettings;
  state: ChannelState;
  has_token: boolean;
  /** Null without a token. */
  token: ChannelTokenView | null;
  health: ChannelHealthView;
  /** Null for a kind that no module declares. */
  limits: ChannelLimitsView | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

/** Names each field, so that a new stored field stays private until somebody decides otherwise. */
export function toChannelView(channel: Channel): ChannelView {
  const { platform, provider, external_id, name, settings, state, created_at, updated_at } = channel;
  const now = new Date();
  const kind = channelKind(channel);
  const hasToken = channel.access_token !== undefined;
  const token = hasToken ? toTokenView(tokenOf(channel), state === 'needs_reconnect', now) : null;
  return {
    _id: channel._id.toHexString(),
    company_id: channel.company_id.toHexString(),
    platform,
    provider,
    external_id,
    app_scoped_id: channel.app_scoped_id ?? null,
    name,
    settings,
    state,
    has_token: hasToken,
    token,
    health: toHealthView(channel, token, now),
    limits: kind ? toLimitsView(kind.textLimit, kind.contentLimits) : null,
    version: versionOf(channel),
    created_at,
    updated_at,
  };
}

/** Whether the company needs no new event. Times of checks and of repeated errors do not count. */
export function isSameToCompany(before: Channel, after: Channel): boolean {
  return isDeepStrictEqual(factsOf(before), factsOf(after));
}

function factsOf(channel: Channel): unknown {
  const { state, token, health } = toChannelView(channel);
  const { next_step, subscribed_fields, account_event, last_error } = health;
  const times = [token?.expires_at, token?.data_access_expires_at, token?.refreshed_at];
  const errors = [last_error?.code, last_error?.message, token?.last_error?.code, token?.last_error?.message];
  return [
    state,
    token?.kind,
    token?.state,
    times,
    errors,
    next_step,
    subscribed_fields,
    account_event,
    channel.token_mail_due,
  ];
}
