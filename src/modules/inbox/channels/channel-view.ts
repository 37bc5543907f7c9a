import type { Platform } from '../../customers/contacts/index.js';
import { versionOf } from '../../../core/tenancy/index.js';
import type { Channel, ChannelHealth, ChannelSettings, ChannelState } from './schemas/channel.schema.js';
import { type ChannelTokenView, tokenOf, toTokenView } from './tokens/channel-token.js';

export interface ChannelView {
  _id: string;
  company_id: string;
  platform: Platform;
  external_id: string;
  app_scoped_id: string | null;
  name: string;
  settings: ChannelSettings;
  state: ChannelState;
  has_token: boolean;
  /** Null without a token. */
  token: ChannelTokenView | null;
  health: ChannelHealth;
  version: number;
  created_at: Date;
  updated_at: Date;
}

/** Names each field, so that a new stored field stays private until somebody decides otherwise. */
export function toChannelView(channel: Channel): ChannelView {
  const { platform, external_id, name, settings, state, health, created_at, updated_at } = channel;
  const hasToken = channel.access_token !== undefined;
  return {
    _id: channel._id.toHexString(),
    company_id: channel.company_id.toHexString(),
    platform,
    external_id,
    app_scoped_id: channel.app_scoped_id ?? null,
    name,
    settings,
    state,
    has_token: hasToken,
    token: hasToken ? toTokenView(tokenOf(channel), state === 'needs_reconnect', new Date()) : null,
    health: healthOf(health),
    version: versionOf(channel),
    created_at,
    updated_at,
  };
}

/** Leaves out fields that a process of an older version has written. */
function healthOf({
  last_in_at,
  last_out_at,
  last_error,
  subscribed_fields,
  checked_at,
}: ChannelHealth): ChannelHealth {
  return { last_in_at, last_out_at, last_error, subscribed_fields, checked_at };
}
