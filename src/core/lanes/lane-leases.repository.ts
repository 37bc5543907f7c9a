import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../errors/index.js';
import { LaneLeaseRecord } from './lane-lease.schema.js';

/** Leases are rebuilt after a crash by expiring, so they need not wait for the journal. */
const WRITE_CONCERN = { w: 1, journal: false } as const;

/** The database side of lanes. All times are the server's, so clocks of several machines need not agree. */
@Injectable()
export class LaneLeasesRepository {
  constructor(@InjectModel(LaneLeaseRecord.name) private readonly model: Model<LaneLeaseRecord>) {}

  /** @returns the fencing number, or undefined while another holder's lease lives */
  async acquire(key: string, holder: string, ttlMs: number): Promise<number | undefined> {
    const mine = { $eq: ['$holder', holder] };
    // An upsert may not compare with $$NOW in its filter, so the update itself decides whether it takes the lane.
    const free = { $or: [mine, { $lte: [{ $ifNull: ['$expires_at', '$$NOW'] }, '$$NOW'] }] };
    const nextFence = { $max: [{ $add: [{ $ifNull: ['$fence', 0] }, 1] }, { $toLong: '$$NOW' }] };
    const take = (value: unknown, field: string): object => ({ $cond: [free, value, `$${field}`] });
    const lease = await this.model.collection
      .findOneAndUpdate(
        { _id: key } as never,
        [
          {
            $set: {
              fence: take({ $cond: [mine, '$fence', nextFence] }, 'fence'),
              holder: take(holder, 'holder'),
              expires_at: take({ $add: ['$$NOW', ttlMs] }, 'expires_at'),
            },
          },
        ],
        { upsert: true, returnDocument: 'after', writeConcern: WRITE_CONCERN },
      )
      .catch(ignoreDuplicateKey);
    const record = lease as unknown as LaneLeaseRecord | null;
    return record?.holder === holder ? Number(record.fence) : undefined;
  }

  /** @returns false when the lease is no longer ours */
  async renew(key: string, holder: string, fence: number, ttlMs: number): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: key, holder, fence } as never,
      [{ $set: { expires_at: { $add: ['$$NOW', ttlMs] } } }],
      { writeConcern: WRITE_CONCERN },
    );
    return matchedCount === 1;
  }

  async release(key: string, holder: string, fence: number): Promise<void> {
    await this.model.collection.updateOne(
      { _id: key, holder, fence } as never,
      [{ $set: { expires_at: '$$NOW', holder: '' } }],
      { writeConcern: WRITE_CONCERN },
    );
  }

  /** Removes leases nobody has used since. */
  async sweep(before: Date): Promise<number> {
    return (await this.model.deleteMany({ expires_at: { $lt: before } })).deletedCount;
  }
}

/** Two processes made the same new lane at once; the loser looks again. */
function ignoreDuplicateKey(error: unknown): null {
  if (isDuplicateKey(error)) return null;
  throw error;
}
