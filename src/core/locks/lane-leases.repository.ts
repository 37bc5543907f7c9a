import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Collection } from 'mongodb';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../errors/index.js';
import { LaneLeaseRecord } from './lane-lease.schema.js';

/** Leases are rebuilt after a crash by expiring, so they need not wait for the journal. */
const WRITE_CONCERN = { w: 1, journal: false } as const;

/** The database side of lanes. All times are the server's, so clocks of several machines need not agree. */
@Injectable()
export class LaneLeasesRepository {
  constructor(@InjectModel(LaneLeaseRecord.name) private readonly model: Model<LaneLeaseRecord>) {}

  /**
   * Takes every lane that is free or the holder's already.
   * @returns a fencing number a key, undefined for lanes on which another holder's lease lives
   */
  async acquire(keys: readonly string[], holder: string, ttlMs: number): Promise<(number | undefined)[]> {
    const mine = { $eq: ['$holder', holder] };
    // An upsert may not compare with $$NOW in its filter, so the update itself decides whether it takes the lane.
    const free = { $or: [mine, { $lte: [{ $ifNull: ['$expires_at', '$$NOW'] }, '$$NOW'] }] };
    const nextFence = { $max: [{ $add: [{ $ifNull: ['$fence', 0] }, 1] }, { $toLong: '$$NOW' }] };
    const take = (value: unknown, field: string): object => ({ $cond: [free, value, `$${field}`] });
    const update = {
      $set: {
        fence: take({ $cond: [mine, '$fence', nextFence] }, 'fence'),
        holder: take(holder, 'holder'),
        expires_at: take({ $add: ['$$NOW', ttlMs] }, 'expires_at'),
      },
    };
    const upserts = keys.map((_id) => ({ updateOne: { filter: { _id }, update: [update], upsert: true } }));
    await this.collection.bulkWrite(upserts, { ordered: false, writeConcern: WRITE_CONCERN }).catch(ignoreDuplicateKey);
    const held = await this.collection.find({ _id: { $in: [...keys] }, holder }).toArray();
    const fences = new Map(held.map(({ _id, fence }) => [_id, Number(fence)]));
    return keys.map((key) => fences.get(key));
  }

  /** @returns false when the lease is no longer ours */
  async renew(key: string, holder: string, fence: number, ttlMs: number): Promise<boolean> {
    const { matchedCount } = await this.collection.updateOne(
      { _id: key, holder, fence },
      [{ $set: { expires_at: { $add: ['$$NOW', ttlMs] } } }],
      { writeConcern: WRITE_CONCERN },
    );
    return matchedCount === 1;
  }

  /** Gives leases back, those that are still the holder's. */
  async release(leases: readonly { key: string; fence: number }[], holder: string): Promise<void> {
    await this.collection.updateMany(
      { holder, $or: leases.map(({ key, fence }) => ({ _id: key, fence })) },
      [{ $set: { expires_at: '$$NOW', holder: '' } }],
      { writeConcern: WRITE_CONCERN },
    );
  }

  /** Who holds a lease now, as far as the clock of this machine tells. */
  async holders(): Promise<string[]> {
    return this.model.distinct('holder', { expires_at: { $gt: new Date() } });
  }

  /** Gives back all that holders have who live no more. */
  async releaseAllOf(holders: readonly string[]): Promise<number> {
    const { modifiedCount } = await this.collection.updateMany(
      { holder: { $in: [...holders] } },
      [{ $set: { expires_at: '$$NOW', holder: '' } }],
      { writeConcern: WRITE_CONCERN },
    );
    return modifiedCount;
  }

  /** Removes leases nobody has used since. */
  async sweep(before: Date): Promise<number> {
    return (await this.model.deleteMany({ expires_at: { $lt: before } })).deletedCount;
  }

  private get collection(): Collection<LaneLeaseRecord> {
    return this.model.collection as unknown as Collection<LaneLeaseRecord>;
  }
}

/** Two processes made the same new lane at once; what is stored tells who has it. */
function ignoreDuplicateKey(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
