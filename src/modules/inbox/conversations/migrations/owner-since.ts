import type { Migration } from '../../../../core/database/index.js';

/** Flows are silent for some hours after a person took a conversation, so it says since when. */
export const ownerSinceOfConversations: Migration = {
  name: 'conversations of staff say since when a person has them',
  collection: 'conversations',
  old: { 'owner.kind': 'human', 'owner.since': { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ updated_at }) => (updated_at instanceof Date ? { $set: { 'owner.since': updated_at } } : null)),
};
