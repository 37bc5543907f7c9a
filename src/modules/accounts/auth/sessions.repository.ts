import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter, Types } from 'mongoose';
import { QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import type { RefreshToken } from './refresh-token.service.js';
import { Session, type SessionEnd } from './schemas/session.schema.js';

const PURGE_BATCH = 1_000;
const MAX_LISTED = 100;

type NewSession = Pick<
  Session,
  '_id' | 'user_id' | 'company_id' | 'epoch' | 'current_hash' | 'rotated_at' | 'expires_at' | 'user_agent' | 'ip'
>;

@Injectable()
export class SessionsRepository {
  constructor(@InjectModel(Session.name) private readonly model: Model<Session>) {}

  async insert(session: NewSession): Promise<void> {
    await this.model.create(session);
  }

  findById(id: Types.ObjectId): Promise<Session | null> {
    return this.model.findById(id).lean<Session>().maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  findOpen(userId: Types.ObjectId, now: Date): Promise<Session[]> {
    return this.model
      .find({ user_id: userId, ended_at: null, expires_at: { $gt: now } })
      .sort({ rotated_at: -1, _id: -1 })
      .limit(MAX_LISTED)
      .lean<Session[]>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }

  /**
   * One atomic step: of parallel callers with the token, one wins.
   * @returns null if the token is not the current one, or the session has ended
   */
  rotate(presented: RefreshToken, next: RefreshToken, now: Date, expiresAt: Date): Promise<Session | null> {
    return this.model
      .findOneAndUpdate(
        { _id: presented.sessionId, current_hash: presented.hash, ended_at: null, expires_at: { $gt: now } },
        {
          $set: {
            current_hash: next.hash,
            previous_hash: presented.hash,
            rotated_at: now,
            expires_at: expiresAt,
          },
        },
        { returnDocument: 'after' },
      )
      .lean<Session>()
      .exec();
  }

  async end(id: Types.ObjectId, reason: SessionEnd, now: Date): Promise<boolean> {
    return (await this.endWhere({ _id: id }, reason, now)) === 1;
  }

  async endOwn(userId: Types.ObjectId, id: Types.ObjectId, now: Date): Promise<boolean> {
    return (await this.endWhere({ _id: id, user_id: userId }, 'revoked', now)) === 1;
  }

  async endAll(userId: Types.ObjectId, except: Types.ObjectId | undefined, now: Date): Promise<Types.ObjectId[]> {
    const filter = { user_id: userId, ended_at: null, ...(except ? { _id: { $ne: except } } : {}) };
    const open = await this.model.find(filter, { _id: 1 }).lean<Pick<Session, '_id'>[]>().maxTimeMS(QUERY_TIMEOUT_MS);
    const ids = open.map(({ _id }) => _id);
    await this.endWhere({ _id: { $in: ids } }, 'revoked', now);
    return ids;
  }

  /** The time of each user's last log-in or token refresh. */
  lastUses(userIds: readonly Types.ObjectId[]): Promise<{ _id: Types.ObjectId; at: Date }[]> {
    return this.model
      .aggregate<{ _id: Types.ObjectId; at: Date }>([
        { $match: { user_id: { $in: [...userIds] } } },
        { $group: { _id: '$user_id', at: { $max: '$rotated_at' } } },
      ])
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
  }

  async purge(before: Date): Promise<number> {
    let deleted = 0;
    for (;;) {
      const old = await this.model
        .find({ expires_at: { $lt: before } }, { _id: 1 })
        .limit(PURGE_BATCH)
        .lean<Pick<Session, '_id'>[]>()
        .maxTimeMS(QUERY_TIMEOUT_MS);
      if (old.length === 0) return deleted;
      deleted += (await this.model.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } })).deletedCount;
    }
  }

  private async endWhere(filter: QueryFilter<Session>, reason: SessionEnd, now: Date): Promise<number> {
    const update = { $set: { ended_at: now, end_reason: reason } };
    return (await this.model.updateMany({ ...filter, ended_at: null }, update)).modifiedCount;
  }
}
