import type { Migration } from '../../../../core/database/index.js';
import { lastDateOf, type WaitWindow } from '../waitlist-ranking.js';

export const waitlistLastDates: Migration = {
  name: 'entries of the waitlist have the last day of their windows',
  collection: 'waitlist',
  old: { last_date: { $exists: false } },
  guard: 'revision',
  changes: () =>
    Promise.resolve(({ windows }) => ({
      $set: { last_date: lastDateOf((windows ?? []) as WaitWindow[]), nights: null },
    })),
};
