import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, distinctIds, QUERY_TIMEOUT_MS, TenantRepository } from '../../../core/tenancy/index.js';
import type { MessageTextSearch } from '../conversations/index.js';
import { Message } from './schemas/message.schema.js';

const MAX_HITS = 500;
/** How many of the newest messages are searched for messages of customers. */
const MAX_NEWEST = 1_000;

export type CustomerText = Pick<Message, '_id' | 'conversation_id' | 'content' | 'sent_at'>;

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

  /** The last texts that customers wrote, the newest first; fewer if staff wrote nearly all of the last messages. */
  async lastOfCustomers(scope: CompanyScope, limit: number): Promise<CustomerText[]> {
    const newest = await this.collection.find(
      scope,
      {},
      {
        projection: { conversation_id: 1, content: 1, sent_at: 1, direction: 1, 'author.kind': 1, deleted_at: 1 },
        sort: { sent_at: -1, _id: -1 },
        limit: MAX_NEWEST,
        maxTimeMS: QUERY_TIMEOUT_MS,
      },
    );
    const isText = ({ direction, author, content, deleted_at }: Message): boolean =>
      direction === 'inbound' && author.kind === 'contact' && content !== '' && !deleted_at;
    return newest.filter(isText).slice(0, limit);
  }

  private hits(scope: CompanyScope, q: string, projection: Record<string, 1>): Promise<Message[]> {
    const phrase = q.replaceAll('"', ' ');
    const options = { projection, limit: MAX_HITS, maxTimeMS: QUERY_TIMEOUT_MS };
    return this.collection.find(scope, { $text: { $search: `"${phrase}"` } }, options);
  }
}
