import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantRepository } from '../../../core/tenancy/index.js';
import { Message } from './schemas/message.schema.js';

/** The fields of a message that reports count. */
export type MessageTraffic = Pick<
  Message,
  '_id' | 'conversation_id' | 'channel_id' | 'platform' | 'direction' | 'author' | 'status' | 'sent_at'
>;

const BATCH = 5_000;
const COUNTED = {
  conversation_id: 1,
  channel_id: 1,
  platform: 1,
  direction: 1,
  'author.kind': 1,
  'author.id': 1,
  status: 1,
  sent_at: 1,
} as const;

/** Reads all messages of a period for reports. */
@Injectable()
export class MessageTrafficRepository extends TenantRepository<Message> {
  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** How many lines of a hand-over with this cause were added from `from` until before `to`. */
  async countHandOffs(scope: CompanyScope, cause: string, from: Date, to: Date): Promise<number> {
    const filter = { 'context.hand_off.cause': cause, sent_at: { $gte: from, $lt: to } };
    return this.model.countDocuments(this.scoped(scope, filter)).maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  /** Without notes, in the order of `sent_at`, in batches, so that other work goes on in between. */
  async *between(scope: CompanyScope, from: Date, to: Date): AsyncGenerator<MessageTraffic[]> {
    let batch: MessageTraffic[] = [];
    do {
      const last = batch.at(-1);
      const start = last
        ? { $or: [{ sent_at: { $gt: last.sent_at } }, { sent_at: last.sent_at, _id: { $gt: last._id } }] }
        : {};
      const filter = { sent_at: { $gte: last?.sent_at ?? from, $lt: to }, visibility: 'public' as const, ...start };
      batch = await this.collection.find(scope, filter, {
        sort: { sent_at: 1, _id: 1 },
        limit: BATCH,
        projection: COUNTED,
      });
      yield batch;
    } while (batch.length === BATCH);
  }
}
