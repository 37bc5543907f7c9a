import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository, toObjectId } from '../../../core/tenancy/index.js';
import { Message } from '../schemas/message.schema.js';

/** When messages are to be sent. */
@Injectable()
export class OutboxRepository extends TenantRepository<Message> {
  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** Of all companies but some: messages whose sending is due, without those of some conversations. */
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

  /** Makes what waits for a channel, with this error, and what waits behind it due at once. */
  async releaseOfChannel(scope: CompanyScope, channelId: Types.ObjectId, errorCode: string): Promise<void> {
    const isWaiting = { $or: [{ 'error.code': errorCode }, { 'outbox.attempts': { $size: 0 } }] };
    const filter = { 'outbox.due_at': { $type: 'date' }, channel_id: channelId, ...isWaiting };
    await this.collection.updateMany(scope, filter, { $set: { 'outbox.due_at': new Date() } });
  }

  /** Of all companies: what has been waiting longest to be settled with the outside. */
  async oldestUnsettled(): Promise<Message | null> {
    const filter = { 'outbox.due_at': { $type: 'date' } };
    const options = { sort: { 'outbox.due_at': 1 as const }, limit: 1 };
    const [oldest] = await this.collection.findAcrossCompanies('metrics', filter, options);
    return oldest ?? null;
  }
}
