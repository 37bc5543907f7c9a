import type { Types } from 'mongoose';

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Sessions opened before now have ended, except one. The user's epoch says it durably. */
    'users.access_revoked': { userId: Types.ObjectId; exceptSessionId?: string };
  }
}
