import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository, toObjectId } from '../../../../core/tenancy/index.js';
import { Message } from '../schemas/message.schema.js';

/** When messages are to be sent. */
@Injectable()
export class OutboxRepository extends TenantRepository<Message> {
  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** The due messages of all companies, without those of the companies and conversations in `except`. */
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

  /** Makes the messages that wait behind others in a conversation, and were never tried, due at once. */
  async releaseWaiting(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const due = { 'outbox.due_at': { $type: 'date' }, 'outbox.attempts': { $size: 0 } };
    const filter = { conversation_id: conversationId, ...due };
    await this.collection.updateMany(scope, filter, { $set: { 'outbox.due_at': new Date() } });
  }

  /** Makes the messages of a channel that wait with this error, and the untried ones behind them, due at once. */
  async releaseOfChannel(scope: CompanyScope, channelId: Types.ObjectId, errorCode: string): Promise<void> {
    const isWaiting = { $or: [{ 'error.code': errorCode }, { 'outbox.attempts': { $size: 0 } }] };
    const filter = { 'outbox.due_at': { $type: 'date' }, channel_id: channelId, ...isWaiting };
    await this.collection.updateMany(scope, filter, { $set: { 'outbox.due_at': new Date() } });
  }

  /** The message of any company that has waited longest for its outcome. */
  async oldestUnsettled(): Promise<Message | null> {
    const filter = { 'outbox.due_at': { $type: 'date' } };
    const options = { sort: { 'outbox.due_at': 1 as const }, limit: 1 };
    const [oldest] = await this.collection.findAcrossCompanies('metrics', filter, options);
    return oldest ?? null;
  }
}
