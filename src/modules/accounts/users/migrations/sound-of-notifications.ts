import type { Migration } from '../../../../core/database/index.js';

/** For a user who had switched the sound off: the default ways without the sound. */
const SILENT = { my_message: [], unassigned_message: [], mention: ['toast'], assignment: ['toast'] };

export const soundOfNotifications: Migration = {
  name: 'users choose the sound for each kind of notification',
  collection: 'users',
  old: { 'preferences.sound': { $exists: true } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ preferences }) => {
      const isSilent = (preferences as { sound?: boolean } | undefined)?.sound === false;
      return { $unset: { 'preferences.sound': '' }, ...(isSilent ? { $set: { notification_ways: SILENT } } : {}) };
    }),
};
