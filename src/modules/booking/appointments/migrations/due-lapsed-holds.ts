import type { Migration } from '../../../../core/database/index.js';

/** The sweep deletes a lapsed hold at its `due_at`. Older lapsed holds have none, so they become due at once. */
export const dueLapsedHolds: Migration = {
  name: 'lapsed holds are due to be deleted',
  collection: 'appointments',
  old: { state: 'EXPIRED', due_at: { $exists: false } },
  guard: 'ver',
  changes: () => Promise.resolve(() => ({ $set: { due_at: new Date(0) } })),
};
