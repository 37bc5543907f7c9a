import type { ChannelError } from '../schemas/channel-error.js';
import {
  type AccountEvent,
  type Channel,
  type ChannelHealth,
  type ChannelQuotaState,
  UNKNOWN_HEALTH,
} from '../schemas/channel.schema.js';
import { type ChannelTokenView, endOf } from '../tokens/channel-token.js';
import { type NextStep, nextStepOf } from './next-step.js';

const DAY_MS = 86_400_000;

export interface ChannelHealthView {
  last_in_at: Date | null;
  last_out_at: Date | null;
  /** The error of the last test or send, whichever is newer. */
  last_error: ChannelError | null;
  /** The step that a person has to take; null if none. */
  next_step: NextStep | null;
  /** Whole days until the token or the access to data ends; null: unknown, never, or the token is refused. */
  token_days_left: number | null;
  subscribed_fields: string[];
  quota: ChannelQuotaState | null;
  standby_at: Date | null;
  account_event: AccountEvent | null;
  checked_at: Date | null;
}

export function toHealthView(
  { state, health: stored, quota }: Pick<Channel, 'state' | 'health' | 'quota'>,
  token: ChannelTokenView | null,
  now: Date,
): ChannelHealthView {
  // Documents of an older version lack some fields.
  const health: ChannelHealth = { ...UNKNOWN_HEALTH, ...stored };
  const { last_in_at, last_out_at, subscribed_fields, standby_at, account_event, checked_at } = health;
  const last_error = newestOf(health.last_error, health.send_error);
  const end = token && token.state !== 'needs_reconnect' ? endOf(token) : null;
  return {
    last_in_at,
    last_out_at,
    last_error,
    next_step: nextStepOf({ state, token, last_error, account_event, quota }, now),
    token_days_left: end && Math.max(0, Math.floor((end.getTime() - now.getTime()) / DAY_MS)),
    subscribed_fields,
    quota: quota ?? null,
    standby_at,
    account_event,
    checked_at,
  };
}

function newestOf(one: ChannelError | null, other: ChannelError | null): ChannelError | null {
  if (!one || !other) return one ?? other;
  return one.at > other.at ? one : other;
}
