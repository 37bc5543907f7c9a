import { ObjectId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

/** `load` quotas counted only starts. A new lane makes older appointments count from their documents; `arrivals` quotas keep theirs. */
export const quotaLaneIds: Migration = {
  name: 'quotas name the lane in which they count',
  collection: 'quotas',
  old: { lane_id: { $exists: false } },
  guard: 'revision',
  changes: () =>
    Promise.resolve(({ _id, kind }) => ({
      $set: { lane_id: kind === 'arrivals' ? _id : new ObjectId() },
      $inc: { revision: 1 },
    })),
};
