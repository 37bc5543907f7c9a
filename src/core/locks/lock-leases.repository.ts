import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Collection } from 'mongodb';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../errors/index.js';
import { LockLeaseRecord } from './lock-lease.schema.js';

/** Leases need not wait for the journal: after a crash they expire. */
const WRITE_CONCERN = { w: 1, journal: false } as const;

/**
 * Leases begin and end by the clock of the database server, so the clocks of the machines need not agree. Only the
 * cleaning (`holders`, `purge`) uses the clock of this machine.
 */
@Injectable()
export class LockLeasesRepository {
  constructor(@InjectModel(LockLeaseRecord.name) private readonly model: Model<LockLeaseRecord>) {}

  /**
   * Acquires every lock that is free or already the holder's.
   * @returns a fence for each key; undefined for a lock of another holder
   */
  async acquire(keys: readonly string[], holder: string, ttlMs: number): Promise<(number | undefined)[]> {
    const mine = { $eq: ['$holder', holder] };
    // An upsert cannot compare with $$NOW in its filter, so the update decides whether it takes the lock.
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

  async renew(key: string, holder: string, fence: number, ttlMs: number): Promise<boolean> {
    const { matchedCount } = await this.collection.updateOne(
      { _id: key, holder, fence },
      [{ $set: { expires_at: { $add: ['$$NOW', ttlMs] } } }],
      { writeConcern: WRITE_CONCERN },
    );
    return matchedCount === 1;
  }

  async release(leases: readonly { key: string; fence: number }[], holder: string): Promise<void> {
    await this.collection.updateMany(
      { holder, $or: leases.map(({ key, fence }) => ({ _id: key, fence })) },
      [{ $set: { expires_at: '$$NOW', holder: '' } }],
      { writeConcern: WRITE_CONCERN },
    );
  }

  /** The holders of leases that have not expired. @param keyPrefix only leases of these keys; letters and `:` only */
  async holders(keyPrefix = ''): Promise<string[]> {
    const ofKeys = keyPrefix ? { _id: { $regex: `^${keyPrefix}` } } : {};
    return this.model.distinct('holder', { ...ofKeys, expires_at: { $gt: new Date() } });
  }

  async releaseAllOf(holders: readonly string[]): Promise<number> {
    const { modifiedCount } = await this.collection.updateMany(
      { holder: { $in: [...holders] } },
      [{ $set: { expires_at: '$$NOW', holder: '' } }],
      { writeConcern: WRITE_CONCERN },
    );
    return modifiedCount;
  }

  /** Deletes the leases that ended before a time. @returns their number */
  async purge(before: Date): Promise<number> {
    return (await this.model.deleteMany({ expires_at: { $lt: before } })).deletedCount;
  }

  private get collection(): Collection<LockLeaseRecord> {
    return this.model.collection as unknown as Collection<LockLeaseRecord>;
  }
}

function ignoreDuplicateKey(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
