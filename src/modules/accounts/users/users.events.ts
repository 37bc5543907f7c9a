import type { Types } from 'mongoose';

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. The user was invited, changed or deleted. */
    'users.changed': { companyId: string; userId: string; deleted: boolean };
    /** Sessions opened before now have ended, except one. The user's epoch says it durably. */
    'users.access_revoked': { userId: Types.ObjectId; exceptSessionId?: string };
  }
}
