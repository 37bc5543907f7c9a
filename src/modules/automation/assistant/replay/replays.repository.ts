import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { AssistantReplay } from './assistant-replay.schema.js';

const PURGE_BATCH = 500;

@Injectable()
export class ReplaysRepository extends TenantRepository<AssistantReplay> {
  constructor(@InjectModel(AssistantReplay.name) model: Model<AssistantReplay>) {
    super(model, 'Replay');
  }

  /** @returns null if one runs already */
  async begin(
    scope: CompanyScope,
    { prompt_id, prompt_text, turn_ids }: Pick<AssistantReplay, 'prompt_id' | 'prompt_text' | 'turn_ids'>,
  ): Promise<AssistantReplay | null> {
    const now = new Date();
    const dates = { created_at: now, updated_at: now };
    const status = turn_ids.length === 0 ? ('done' as const) : ('running' as const);
    const start = { _id: new Types.ObjectId(), status, done: 0, cents: 0, code: null, ...dates };
    try {
      return await this.collection.insertOne(scope, { prompt_id, prompt_text, turn_ids, ...start });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Counts the turn at this place; the last one ends the replay. @returns null if it was counted before */
  async advance(
    scope: CompanyScope,
    { _id, done, turn_ids }: AssistantReplay,
    cents: number,
  ): Promise<AssistantReplay | null> {
    const status = done + 1 >= turn_ids.length ? ('done' as const) : ('running' as const);
    const update = { $inc: { done: 1, cents }, $set: { status, updated_at: new Date() } };
    return this.collection.findOneAndUpdate(scope, { _id, status: 'running', done }, update);
  }

  async fail(scope: CompanyScope, _id: Types.ObjectId, code: string): Promise<void> {
    const $set = { status: 'failed' as const, code, updated_at: new Date() };
    await this.collection.updateOne(scope, { _id, status: 'running' }, { $set });
  }

  /** Ends those whose work was lost. */
  async failStalled(before: Date, code: string): Promise<void> {
    const $set = { status: 'failed' as const, code, updated_at: new Date() };
    const stalled = { updated_at: { $lt: before }, status: 'running' as const };
    await this.collection.updateAcrossCompanies('sweep expired', stalled, { $set });
  }

  /** Deletes up to a batch that last changed before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { updated_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', { updated_at: { $lt: before } }, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }
}
