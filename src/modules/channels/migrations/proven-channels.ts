import type { Migration } from '../../../core/database/index.js';

/**
 * Channels used to be live without a proof. Where the app could be subscribed to the fields of an account, the token spoke
 * for it; all others have to pass the self-test, which brings back what comes meanwhile.
 */
export const provenChannels: Migration = {
  name: 'channels say whether and until when they held their account',
  collection: 'channels',
  old: { released_at: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ live, updated_at, access_token, health }) => {
      if (live !== true) return { $set: { released_at: updated_at as Date } };
      const { subscribed_fields } = (health ?? {}) as { subscribed_fields?: unknown[] };
      const isProven = access_token !== undefined && (subscribed_fields?.length ?? 0) > 0;
      return { $set: { released_at: null, ...(isProven ? {} : { state: 'unverified' }) } };
    }),
};
