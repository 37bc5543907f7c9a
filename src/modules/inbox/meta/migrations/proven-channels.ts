import type { Migration } from '../../../../core/database/index.js';
import type { Channel } from '../../channels/index.js';
import { subscriptionPlan } from '../connecting/subscription-plan.js';

type OldChannel = Pick<Channel, 'platform' | 'external_id' | 'live' | 'updated_at' | 'access_token'> & {
  settings?: Channel['settings'];
  health?: Partial<Channel['health']>;
};

/**
 * Channels used to be live without a proof. Where the app could be subscribed to an account, the token spoke for it. All
 * others have to pass the self-test; events that come after the migration wait for it.
 */
export const provenChannels: Migration = {
  name: 'channels say whether and until when they held their account',
  collection: 'channels',
  old: { released_at: { $exists: false } },
  guard: 'updated_at',
  changes: () => {
    const migratedAt = new Date();
    return Promise.resolve((document) => {
      const channel = document as unknown as OldChannel;
      if (!channel.live) return { $set: { released_at: channel.updated_at } };
      if (wasSubscribed(channel)) return { $set: { released_at: null, ...subscriptionOf(channel) } };
      return { $set: { released_at: migratedAt, state: 'unverified' } };
    });
  },
};

/** Meta lists no fields for a WhatsApp business account, so there the last self-test decides. */
function wasSubscribed({ platform, access_token, health = {} }: OldChannel): boolean {
  if (!access_token) return false;
  const { subscribed_fields = [], checked_at, last_error } = health;
  return platform === 'whatsapp' ? Boolean(checked_at) && !last_error : subscribed_fields.length > 0;
}

/** Without it, disconnecting a channel would end the subscription that others share. */
function subscriptionOf({
  platform,
  external_id,
  settings = {},
}: OldChannel): Pick<Partial<Channel>, 'subscribed_node'> {
  const plan = subscriptionPlan({ platform, external_id, settings }, false);
  return plan ? { subscribed_node: plan.nodeId } : {};
}
