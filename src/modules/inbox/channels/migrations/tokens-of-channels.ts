import type { Migration } from '../../../../core/database/index.js';

/** The next test of each channel fills the kind and the other dates. */
export const tokensOfChannels: Migration = {
  name: 'channels store facts about their token',
  collection: 'channels',
  old: { access_token: { $type: 'string' }, token: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve((document) => {
      const { proven_at, created_at } = document as { proven_at?: Date; created_at?: Date };
      const { token_expires_at = null } = (document['health'] ?? {}) as { token_expires_at?: Date | null };
      const token = {
        kind: null,
        expires_at: token_expires_at,
        data_access_expires_at: null,
        refreshed_at: null,
        last_error: null,
        stored_at: proven_at ?? created_at ?? null,
        checked_at: null,
        warned_days: null,
      };
      return { $set: { token } };
    }),
};
