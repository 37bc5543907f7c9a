import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantRepository } from '../../../core/tenancy/index.js';
import { Message } from './schemas/message.schema.js';

const SECOND_MS = 1_000;

/** The messages before or after a position in the conversation. */
export interface HistorySide {
  messages: Message[];
  hasMore: boolean;
}

@Injectable()
export class MessageHistoryRepository extends TenantRepository<Message> {
  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** The highest `seq` first. */
  before(scope: CompanyScope, conversationId: Types.ObjectId, seq: number, limit: number): Promise<HistorySide> {
    return this.side(scope, { conversation_id: conversationId, seq: { $lt: seq } }, -1, limit);
  }

  /** The lowest `seq` first. */
  after(scope: CompanyScope, conversationId: Types.ObjectId, seq: number, limit: number): Promise<HistorySide> {
    return this.side(scope, { conversation_id: conversationId, seq: { $gt: seq } }, 1, limit);
  }

  /** The customer's messages after `seq` and not before `since`, without removed ones, the lowest `seq` first. */
  ofCustomerAfter(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    seq: number,
    since: Date,
    limit: number,
  ): Promise<Message[]> {
    const place = { conversation_id: conversationId, seq: { $gt: seq } };
    const ofCustomer = { direction: 'inbound' as const, 'author.kind': 'contact', deleted_at: null };
    const filter = { ...place, ...ofCustomer, created_at: { $gte: since } };
    return this.collection.find(scope, filter, { sort: { seq: 1 }, limit });
  }

  /** What customer and business have told each other in a part of the conversation, without notes, removed and failed messages; the highest `seq` first. */
  saidBetween(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    { since, before }: { readonly since: number; readonly before: number },
    limit: number,
  ): Promise<Message[]> {
    const filter = {
      conversation_id: conversationId,
      seq: { $gte: since, $lt: before },
      visibility: 'public' as const,
      'author.kind': { $ne: 'system' },
      deleted_at: null,
      status: { $ne: 'failed' as const },
    };
    return this.collection.find(scope, filter, { sort: { seq: -1 }, limit });
  }

  /**
   * The message of the business that a word such as "2" answers: the last one before it, without notes, removed and failed
   * messages. Null if the customer may not have seen that one: it still waits to be sent, or was written later.
   */
  async answeredBy(scope: CompanyScope, answer: Message): Promise<Message | null> {
    const filter = {
      conversation_id: answer.conversation_id,
      seq: { $lt: answer.seq },
      direction: 'outbound' as const,
      visibility: 'public' as const,
      'author.kind': { $ne: 'system' },
      deleted_at: null,
      status: { $ne: 'failed' as const },
    };
    const last = await this.collection.findOne(scope, filter, { sort: { seq: -1 } });
    if (!last || last.status === 'queued') return null;
    // Some providers tell only whole seconds.
    return last.sent_at.getTime() <= answer.sent_at.getTime() + SECOND_MS ? last : null;
  }

  /** Whether the message still waits to be sent, so nobody has seen it. */
  async isQueued(scope: CompanyScope, conversationId: Types.ObjectId, seq: number): Promise<boolean> {
    const filter = { conversation_id: conversationId, seq, status: 'queued' as const };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** The position of the newest message before this time; 0 if there is none. */
  async seqBefore(scope: CompanyScope, conversationId: Types.ObjectId, time: Date): Promise<number> {
    const filter = { conversation_id: conversationId, created_at: { $lt: time } };
    const options = { sort: { seq: -1 as const }, limit: 1, projection: { seq: 1 } };
    const [last] = await this.collection.find(scope, filter, options);
    return last?.seq ?? 0;
  }

  private async side(scope: CompanyScope, filter: object, direction: 1 | -1, limit: number): Promise<HistorySide> {
    const options = { sort: { seq: direction }, limit: limit + 1, maxTimeMS: QUERY_TIMEOUT_MS };
    const messages = await this.collection.find(scope, filter, options);
    return { messages: messages.slice(0, limit), hasMore: messages.length > limit };
  }
}
