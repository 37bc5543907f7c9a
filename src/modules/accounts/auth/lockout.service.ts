import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { KeyedHasher } from '../../../core/security/index.js';
import { QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { LoginAttempts } from './schemas/login-attempts.schema.js';

export const MAX_WRONG_TRIES = 5;
/** A wrong try also counts for this long. A try while the account is locked does not prolong the lock. */
export const LOCK_MS = 15 * 60_000;

/** Counts wrong tries under opaque keys. */
@Injectable()
export class LockoutService {
  constructor(
    @InjectModel(LoginAttempts.name) private readonly model: Model<LoginAttempts>,
    private readonly hashes: KeyedHasher,
  ) {}

  keyOf(email: string, deviceId?: string): string {
    return this.hashes.digest('attempts', email, deviceId ?? '').toString('base64url');
  }

  async lockedUntil(key: string): Promise<Date | undefined> {
    const filter = { key, failures: { $gte: MAX_WRONG_TRIES }, expires_at: { $gt: new Date() } };
    const locked = await this.model.findOne(filter, { expires_at: 1 }).maxTimeMS(QUERY_TIMEOUT_MS).lean();
    return locked?.expires_at;
  }

  /** @returns the end of the lock, if others had used up the tries before this one */
  async recordFailure(key: string): Promise<Date | undefined> {
    const { failures, expires_at } = await this.countOrRetry(key);
    return failures > MAX_WRONG_TRIES ? expires_at : undefined;
  }

  /**
   * Forgets the wrong tries before a right one. @returns the end of a lock that began while the password was
   * compared
   */
  async clearUnlessLocked(key: string): Promise<Date | undefined> {
    const isOpen = { $or: [{ failures: { $lt: MAX_WRONG_TRIES } }, { expires_at: { $lte: new Date() } }] };
    const { deletedCount } = await this.model.deleteOne({ key, ...isOpen });
    return deletedCount === 1 ? undefined : this.lockedUntil(key);
  }

  async forget(keys: readonly string[]): Promise<void> {
    await this.model.deleteMany({ key: { $in: keys } });
  }

  async purge(): Promise<number> {
    return (await this.model.deleteMany({ expires_at: { $lt: new Date() } })).deletedCount;
  }

  private async countOrRetry(key: string): Promise<LoginAttempts> {
    try {
      return await this.count(key);
    } catch (error) {
      // Two first failures at once: the loser counts on the document of the winner.
      if (!isDuplicateKey(error)) throw error;
      return this.count(key);
    }
  }

  private async count(key: string): Promise<LoginAttempts> {
    const now = new Date();
    const until = new Date(now.getTime() + LOCK_MS);
    const isRunning = { $gt: ['$expires_at', now] };
    const isLocked = { $and: [isRunning, { $gte: ['$failures', MAX_WRONG_TRIES] }] };
    return this.model
      .findOneAndUpdate(
        { key },
        [
          {
            $set: {
              failures: { $cond: [isRunning, { $add: ['$failures', 1] }, 1] },
              expires_at: { $cond: [isLocked, '$expires_at', until] },
              created_at: { $ifNull: ['$created_at', now] },
              updated_at: now,
            },
          },
        ],
        { upsert: true, updatePipeline: true, timestamps: false, returnDocument: 'after' },
      )
      .orFail()
      .lean();
  }
}
