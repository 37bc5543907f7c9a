import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Interval } from '@nestjs/schedule';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../errors/index.js';
import { QUERY_TIMEOUT_MS } from '../tenancy/index.js';
import { LimitCount } from './limit-count.schema.js';

const PURGE_INTERVAL_MS = 15 * 60_000;

/** At most `max` times within a window that begins with the first of them. */
export interface LimitRule {
  readonly max: number;
  readonly windowMs: number;
}

/** Limits that survive a restart and count for all processes. Use them for rare, costly actions such as mails. */
@Injectable()
export class DurableLimiter {
  constructor(@InjectModel(LimitCount.name) private readonly model: Model<LimitCount>) {}

  /** @returns undefined if it is allowed, else the end of the window */
  async take(key: string, { max, windowMs }: LimitRule): Promise<Date | undefined> {
    const { count, expires_at } = await this.countOrRetry(key, windowMs);
    return count > max ? expires_at : undefined;
  }

  @Interval(PURGE_INTERVAL_MS)
  async purge(): Promise<void> {
    await this.model.deleteMany({ expires_at: { $lte: new Date() } });
  }

  private async countOrRetry(key: string, windowMs: number): Promise<LimitCount> {
    try {
      return await this.count(key, windowMs);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.count(key, windowMs);
    }
  }

  private count(key: string, windowMs: number): Promise<LimitCount> {
    const now = new Date();
    const isRunning = { $gt: ['$expires_at', now] };
    const fields = {
      count: { $cond: [isRunning, { $add: ['$count', 1] }, 1] },
      expires_at: { $cond: [isRunning, '$expires_at', new Date(now.getTime() + windowMs)] },
      created_at: { $ifNull: ['$created_at', now] },
      updated_at: now,
    };
    return this.model
      .findOneAndUpdate({ key }, [{ $set: fields }], {
        upsert: true,
        updatePipeline: true,
        timestamps: false,
        returnDocument: 'after',
      })
      .orFail()
      .lean<LimitCount>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }
}
