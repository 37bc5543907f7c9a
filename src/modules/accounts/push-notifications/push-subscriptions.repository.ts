import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { type ClaimedPush, PushSubscription } from './schemas/push-subscription.schema.js';

/** A user with more browsers loses the one that was registered longest ago. */
const MAX_OF_A_USER = 10;
/** Older pushes are not sent again, because their jobs have ended. */
const KEPT_CLAIMS = 100;

export type NewPushSubscription = Pick<PushSubscription, 'company_id' | 'user_id' | 'session_id' | 'endpoint' | 'keys'>;

@Injectable()
export class PushSubscriptionsRepository {
  constructor(@InjectModel(PushSubscription.name) private readonly model: Model<PushSubscription>) {}

  /** The endpoint of another log-in of the same browser moves to this one. */
  async save({ endpoint, ...fields }: NewPushSubscription): Promise<void> {
    const write = (): Promise<unknown> =>
      this.model.updateOne({ endpoint }, { $set: fields }, { upsert: true }).maxTimeMS(QUERY_TIMEOUT_MS).exec();
    try {
      await write();
    } catch (error) {
      // Another request inserted it at the same moment.
      if (!isDuplicateKey(error)) throw error;
      await write();
    }
    await this.dropOld(fields);
  }

  find(scope: CompanyScope, id: string): Promise<PushSubscription | null> {
    return this.model
      .findOne({ _id: new Types.ObjectId(id), company_id: scope.companyId })
      .lean<PushSubscription>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }

  /** @param users undefined: all of the company */
  idsOf(scope: CompanyScope, users?: readonly Types.ObjectId[]): Promise<Pick<PushSubscription, '_id' | 'user_id'>[]> {
    return this.model
      .find({ company_id: scope.companyId, ...(users ? { user_id: { $in: [...users] } } : {}) })
      .select({ user_id: 1 })
      .lean<Pick<PushSubscription, '_id' | 'user_id'>[]>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }

  async haveAny(scope: CompanyScope): Promise<boolean> {
    return (await this.model.exists({ company_id: scope.companyId }).maxTimeMS(QUERY_TIMEOUT_MS)) !== null;
  }

  /** @returns false if another job has taken on this push */
  async claim(scope: CompanyScope, _id: Types.ObjectId, push: ClaimedPush): Promise<boolean> {
    const mine = { _id, company_id: scope.companyId };
    const { modifiedCount } = await this.model
      .updateOne(
        { ...mine, 'claimed.key': { $ne: push.key } },
        { $push: { claimed: { $each: [push], $slice: -KEPT_CLAIMS } } },
        { timestamps: false },
      )
      .maxTimeMS(QUERY_TIMEOUT_MS);
    if (modifiedCount === 1) return true;
    return (await this.model.exists({ ...mine, claimed: { $elemMatch: push } }).maxTimeMS(QUERY_TIMEOUT_MS)) !== null;
  }

  /** A browser that has registered again meanwhile stays. */
  async removeUnchanged({ _id, company_id, updated_at }: PushSubscription): Promise<void> {
    await this.model.deleteOne({ _id, company_id, updated_at });
  }

  async removeOwn(scope: CompanyScope, userId: Types.ObjectId, endpoint: string): Promise<void> {
    await this.model.deleteOne({ endpoint, company_id: scope.companyId, user_id: userId });
  }

  async removeOfSessions(sessionIds: readonly string[]): Promise<void> {
    await this.model.deleteMany({ session_id: { $in: sessionIds.map((id) => new Types.ObjectId(id)) } });
  }

  private async dropOld({ company_id, user_id }: Omit<NewPushSubscription, 'endpoint'>): Promise<void> {
    const old = await this.model
      .find({ company_id, user_id }, { _id: 1 })
      .sort({ updated_at: -1, _id: -1 })
      .skip(MAX_OF_A_USER)
      .lean<Pick<PushSubscription, '_id'>[]>()
      .maxTimeMS(QUERY_TIMEOUT_MS);
    if (old.length > 0) await this.model.deleteMany({ _id: { $in: old.map(({ _id }) => _id) }, company_id, user_id });
  }
}
