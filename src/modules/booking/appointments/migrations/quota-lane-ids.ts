import { ObjectId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

/**
 * Quotas of the kind `load` counted only the starts of visits. They get a new lane, so that older appointments are
 * counted from their documents; `arrivals` quotas keep their lane.
 */
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
