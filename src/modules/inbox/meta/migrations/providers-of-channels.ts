import type { Migration } from '../../../../core/database/index.js';

/** All channels of before are Meta's. */
export const providersOfChannels: Migration = {
  name: 'channels name their provider',
  collection: 'channels',
  old: { provider: { $exists: false } },
  guard: 'updated_at',
  changes: () => Promise.resolve(() => ({ $set: { provider: 'graph' } })),
};
