import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { type FailedWork, FlowThread, type ThreadEvent } from './schemas/flow-thread.schema.js';

const PURGE_BATCH = 500;

@Injectable()
export class FlowThreadsRepository extends TenantRepository<FlowThread> {
  constructor(@InjectModel(FlowThread.name) model: Model<FlowThread>) {
    super(model, 'Flow thread');
  }

  of(scope: CompanyScope, conversationIds: readonly Types.ObjectId[]): Promise<FlowThread[]> {
    return this.collection.find(scope, { _id: { $in: [...conversationIds] } });
  }

  /** @param takenSeq where a new thread begins @returns the stored thread */
  async begin(scope: CompanyScope, conversationId: Types.ObjectId, takenSeq: number): Promise<FlowThread> {
    const now = new Date();
    const thread = { _id: conversationId, taken_seq: takenSeq, events: [], created_at: now, updated_at: now };
    try {
      return await this.collection.insertOne(scope, thread);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.getById(scope, conversationId);
    }
  }

  /** The messages up to this number are handled. */
  async take(scope: CompanyScope, id: Types.ObjectId, seq: number): Promise<void> {
    const update = {
      $max: { taken_seq: seq },
      $pull: { early_seqs: { $lte: seq } },
      $set: { updated_at: new Date() },
    };
    await this.collection.updateOne(scope, { _id: id }, update);
  }

  /** The message is handled before those ahead of it. */
  async takeEarly(scope: CompanyScope, id: Types.ObjectId, seq: number): Promise<void> {
    const update = { $addToSet: { early_seqs: seq }, $set: { updated_at: new Date() } };
    await this.collection.updateOne(scope, { _id: id }, update);
  }

  /** Keeps the failure, and makes the thread due for the next attempt. */
  async noteFailure(scope: CompanyScope, id: Types.ObjectId, failed_work: FailedWork): Promise<void> {
    const set = { failed_work, due_at: failed_work.retry_at, updated_at: new Date() };
    await this.collection.updateOne(scope, { _id: id }, { $set: set });
  }

  async forgetFailure(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $unset: { failed_work: true } });
  }

  async markDue(scope: CompanyScope, ids: readonly Types.ObjectId[], at: Date): Promise<void> {
    const update = { $set: { due_at: at }, $inc: { due_count: 1 } };
    await this.collection.updateMany(scope, { _id: { $in: [...ids] } }, update);
  }

  /** Adds the event, unless one with its key waits already. */
  async addEvent(scope: CompanyScope, id: Types.ObjectId, event: ThreadEvent): Promise<void> {
    const now = new Date();
    const update = {
      $push: { events: event },
      $set: { due_at: now, updated_at: now },
      $inc: { due_count: 1 },
    };
    await this.collection.updateOne(scope, { _id: id, 'events.key': { $ne: event.key } }, update);
  }

  async removeEvent(scope: CompanyScope, id: Types.ObjectId, key: string): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $pull: { events: { key } } });
  }

  /** Nothing is left to do, unless something came since the thread was read. @param until when its events are late */
  async settle(scope: CompanyScope, { _id, due_count }: FlowThread, until?: Date): Promise<void> {
    const isSame = { _id, due_count: due_count ?? { $exists: false } };
    const update = until ? { $set: { due_at: until } } : { $unset: { due_at: true as const } };
    await this.collection.updateOne(scope, isSame, update);
  }

  /** Of any company except these, the first due first. */
  due(now: Date, except: readonly Types.ObjectId[], limit: number): Promise<Pick<FlowThread, '_id' | 'company_id'>[]> {
    const others = except.length > 0 ? { company_id: { $nin: [...except] } } : {};
    const options = { sort: { due_at: 1 as const }, limit, projection: { company_id: 1 } };
    return this.collection.findAcrossCompanies('run flows', { due_at: { $lte: now }, ...others }, options);
  }

  async postpone(scope: CompanyScope, id: Types.ObjectId, until: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: id, due_at: { $lt: until } }, { $set: { due_at: until } });
  }

  /** Deletes up to a batch of threads without work that were last used before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const idle = { updated_at: { $lt: before }, due_at: { $exists: false } };
    const options = { sort: { updated_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', idle, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', { ...ids, ...idle });
  }

  async remove(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<void> {
    await this.collection.deleteMany(scope, { _id: { $in: [...ids] } });
  }
}
