import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, distinctIds, QUERY_TIMEOUT_MS, TenantRepository } from '../../../core/tenancy/index.js';
import type { MessageTextSearch } from '../conversations/index.js';
import { Message } from './schemas/message.schema.js';

const MAX_HITS = 500;

/** Finds messages by their words. */
@Injectable()
export class MessageTextRepository extends TenantRepository<Message> implements MessageTextSearch {
  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  async conversationIds(scope: CompanyScope, q: string): Promise<Types.ObjectId[]> {
    const rows = await this.hits(scope, q, { conversation_id: 1 });
    return distinctIds(rows.map(({ conversation_id }) => conversation_id));
  }

  /** Sorts the first {@link MAX_HITS} messages that MongoDB finds. With more hits, newer ones may be missing. */
  async newest(scope: CompanyScope, q: string, limit: number): Promise<Message[]> {
    const rows = await this.hits(scope, q, { sent_at: 1 });
    const newest = rows.sort((a, b) => b.sent_at.getTime() - a.sent_at.getTime()).slice(0, limit);
    const found = await this.collection.find(scope, { _id: { $in: newest.map(({ _id }) => _id) } });
    return found.sort((a, b) => b.sent_at.getTime() - a.sent_at.getTime());
  }

  private hits(scope: CompanyScope, q: string, projection: Record<string, 1>): Promise<Message[]> {
    const phrase = q.replaceAll('"', ' ');
    const options = { projection, limit: MAX_HITS, maxTimeMS: QUERY_TIMEOUT_MS };
    return this.collection.find(scope, { $text: { $search: `"${phrase}"` } }, options);
  }
}
