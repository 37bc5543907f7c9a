import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { GroupCommit, type ItemOutcome } from '../../../core/concurrency/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { CompanyScope, TenantRepository, toObjectId } from '../../../core/tenancy/index.js';
import { Message } from '../message-log/index.js';
import { sentPipeline, type SentRecord, stillQueued } from './sent-records.js';

const MAX_BATCH = 200;

@Injectable()
export class OutboxRepository extends TenantRepository<Message> {
  private readonly records = new GroupCommit<SentRecord, boolean>((batch) => this.recordBatch(batch), MAX_BATCH);

  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** Concurrent records share a command. @returns false if something else was heard of a message of the batch */
  recordSent(record: SentRecord): Promise<boolean> {
    return this.records.add(record);
  }

  private async recordBatch(batch: SentRecord[]): Promise<ItemOutcome<boolean>[]> {
    const companies = Map.groupBy(batch, ({ scope }) => scope.id);
    const certain = new Set<string>();
    const record = async ([id, records]: [string, SentRecord[]]): Promise<void> => {
      const changes = this.collection.updateMany(CompanyScope.of(id), stillQueued(records), sentPipeline(records));
      if ((await changes.catch(noneOfDuplicate)) === records.length) certain.add(id);
    };
    await Promise.all([...companies].map(record));
    return batch.map(({ scope }) => ({ ok: true, result: certain.has(scope.id) }));
  }

  /** Of all companies. @param except companies and conversations to leave out */
  dueToSend(
    now: Date,
    except: { companies: readonly string[]; conversations: readonly string[] },
    limit: number,
  ): Promise<Message[]> {
    const filter = {
      'outbox.due_at': { $lte: now },
      company_id: { $nin: except.companies.map((id) => toObjectId(id)) },
      conversation_id: { $nin: except.conversations.map((id) => toObjectId(id)) },
    };
    return this.collection.findAcrossCompanies('sweep outbox', filter, {
      sort: { 'outbox.due_at': 1 },
      limit,
    });
  }

  /** Makes untried messages that wait behind others due at once. */
  async releaseWaiting(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const due = { 'outbox.due_at': { $type: 'date' }, 'outbox.attempts': { $size: 0 } };
    const filter = { conversation_id: conversationId, ...due };
    await this.collection.updateMany(scope, filter, { $set: { 'outbox.due_at': new Date() } });
  }

  /** Makes messages that wait with this error, and untried ones behind them, due at once. */
  async releaseOfChannel(scope: CompanyScope, channelId: Types.ObjectId, errorCode: string): Promise<void> {
    const isWaiting = { $or: [{ 'error.code': errorCode }, { 'outbox.attempts': { $size: 0 } }] };
    const filter = { 'outbox.due_at': { $type: 'date' }, channel_id: channelId, ...isWaiting };
    await this.collection.updateMany(scope, filter, { $set: { 'outbox.due_at': new Date() } });
  }

  async oldestUnsettled(): Promise<Message | null> {
    const filter = { 'outbox.due_at': { $type: 'date' } };
    const options = { sort: { 'outbox.due_at': 1 as const }, limit: 1 };
    const [oldest] = await this.collection.findAcrossCompanies('metrics', filter, options);
    return oldest ?? null;
  }
}

/** The update stopped at a message whose id is taken. */
function noneOfDuplicate(error: unknown): number {
  if (isDuplicateKey(error)) return 0;
  throw error;
}
