import type { Migration } from '../../../../core/database/index.js';

/** Pictures at addresses of the platforms are forgotten; our own copies come with the next message of the customer. */
export const foreignPicturesOfContacts: Migration = {
  name: 'contacts have the key of a stored picture, and no address of a platform',
  collection: 'contacts',
  old: { $or: [{ avatar_url: { $exists: true } }, { avatar_key: { $exists: false } }] },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ avatar_key }) => ({
      $set: { avatar_key: (avatar_key as string | null | undefined) ?? null },
      $unset: { avatar_url: true },
    })),
};

export const foreignPicturesOfIdentities: Migration = {
  name: 'identities have no address of a picture',
  collection: 'identities',
  old: { 'profile.avatar_url': { $exists: true } },
  guard: 'updated_at',
  changes: () => Promise.resolve(() => ({ $unset: { 'profile.avatar_url': true } })),
};

export const foreignPicturesOfConversations: Migration = {
  name: 'conversations have no address of a picture',
  collection: 'conversations',
  old: { 'contact.avatar_url': { $exists: true } },
  guard: 'updated_at',
  changes: () => Promise.resolve(() => ({ $unset: { 'contact.avatar_url': true } })),
};

export const foreignPicturesOfEvents: Migration = {
  name: 'stored events have no address of a platform`s picture',
  collection: 'realtime_events',
  old: { 'data.conversation.contact.avatar_url': /^https?:/ },
  guard: 'updated_at',
  changes: () => Promise.resolve(() => ({ $set: { 'data.conversation.contact.avatar_url': null } })),
};
