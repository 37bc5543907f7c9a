import type { Types } from 'mongoose';

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** The sessions of a user opened before now are over; the one named stays. The user's epoch says it durably. */
    'users.access_revoked': { userId: Types.ObjectId; exceptSessionId?: string };
  }
}
