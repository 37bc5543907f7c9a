import type { Document, Filter } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';
import { NOTIFICATION_KINDS, type NotificationWays } from '../notification-ways.js';

/** Ways that reach a user in the app. Who wants one of them for a kind hears of it by push, too, as by default. */
const APP_WAYS = ['toast', 'sound', 'browser'] as const;

const anyKind = (condition: object | string): Filter<Document>[] =>
  NOTIFICATION_KINDS.map((kind) => ({ [`notification_ways.${kind}`]: condition }));

export const pushOfNotifications: Migration = {
  name: 'users who chose their notification ways before there was push get it where they wanted the app',
  collection: 'users',
  old: { $or: anyKind({ $in: APP_WAYS }), $nor: anyKind('push') },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ notification_ways }) => {
      const chosen = notification_ways as Partial<NotificationWays>;
      const wanted = NOTIFICATION_KINDS.filter((kind) => chosen[kind]?.some((way) => isAppWay(way)));
      return { $addToSet: Object.fromEntries(wanted.map((kind) => [`notification_ways.${kind}`, 'push'])) };
    }),
};

const isAppWay = (way: string): boolean => (APP_WAYS as readonly string[]).includes(way);
