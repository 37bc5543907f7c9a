import type { Migration } from '../../../core/database/index.js';

/** The sweep deletes lapsed holds when they are due; those from before it did so are due never. */
export const dueLapsedHolds: Migration = {
  name: 'lapsed holds are due to be deleted',
  collection: 'appointments',
  old: { state: 'EXPIRED', due_at: { $exists: false } },
  guard: 'ver',
  changes: () => Promise.resolve(() => ({ $set: { due_at: new Date(0) } })),
};
