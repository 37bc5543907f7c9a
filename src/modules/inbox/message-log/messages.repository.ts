import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { GroupCommit, type ItemOutcome, outcomesOfBulk } from '../../../core/concurrency/index.js';
import {
  BatchedLookup,
  CompanyScope,
  type Page,
  type PageRequest,
  type ScopedUpdate,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { asDuplicateMessage } from './duplicate-message.js';
import { type Attachment, Message, type QuotedMessage } from './schemas/message.schema.js';

const NEWEST_FIRST = { field: 'sent_at', direction: -1 } as const;
const MAX_BATCH = 200;

type MessageFile = Pick<Attachment, 'storage_key'>;

export interface LastPosition {
  seq: number;
  inbound_count: number;
  sent_at: Date;
}

@Injectable()
export class MessagesRepository extends TenantRepository<Message> {
  private readonly inserts = new GroupCommit<Message>((docs) => this.insertBatch(docs), MAX_BATCH);

  private readonly unsettledOf = new BatchedLookup<Types.ObjectId, Message>(
    (scope, ids) => this.findUnsettled(scope, ids),
    (message, conversationId) => message.conversation_id.equals(conversationId),
    MAX_BATCH,
  );

  private readonly byId = new BatchedLookup<Types.ObjectId, Message>(
    (scope, ids) => this.collection.find(scope, { _id: { $in: ids } }),
    (message, id) => message._id.equals(id),
    MAX_BATCH,
  );

  private readonly sendingRecords = new GroupCommit<ScopedUpdate<Message>>(
    (updates) => this.recordBatch(updates),
    MAX_BATCH,
  );

  constructor(@InjectModel(Message.name) model: Model<Message>) {
    super(model, 'Message');
  }

  /** Concurrent inserts share a round trip. @throws DuplicateMessage */
  insert(message: Message): Promise<void> {
    return this.inserts.add(message);
  }

  /** Concurrent updates share a round trip; one under an older fence changes nothing. @throws DuplicateMessage */
  recordSending(update: ScopedUpdate<Message>): Promise<void> {
    return this.sendingRecords.add(update);
  }

  /** Concurrent reads share a query. */
  async reread(scope: CompanyScope, id: Types.ObjectId): Promise<Message | null> {
    const [message] = await this.byId.get(scope, id);
    return message ?? null;
  }

  async lastPosition(scope: CompanyScope, conversationId: Types.ObjectId): Promise<LastPosition | null> {
    const [last] = await this.collection.find(
      scope,
      { conversation_id: conversationId },
      { sort: { seq: -1 }, limit: 1, projection: { seq: 1, inbound_count: 1, sent_at: 1 } },
    );
    return last ?? null;
  }

  findByClientId(scope: CompanyScope, conversationId: Types.ObjectId, clientId: string): Promise<Message | null> {
    return this.collection.findOne(scope, { conversation_id: conversationId, client_id: clientId });
  }

  /** The id of the message or of one of its pieces. */
  async findByExternalId(scope: CompanyScope, channelId: Types.ObjectId, externalId: string): Promise<Message | null> {
    const [message] = await this.findByExternalIds(scope, channelId, [externalId]);
    return message ?? null;
  }

  async atOrBefore(scope: CompanyScope, conversationId: Types.ObjectId, seq: number): Promise<Message | null> {
    const filter = { conversation_id: conversationId, seq: { $lte: seq } };
    const [message] = await this.collection.find(scope, filter, { sort: { seq: -1 }, limit: 1 });
    return message ?? null;
  }

  pageByTime(scope: CompanyScope, conversationId: Types.ObjectId, request: PageRequest): Promise<Page<Message>> {
    return this.page(scope, { conversation_id: conversationId }, NEWEST_FIRST, request);
  }

  ofContact(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    platform: Platform | undefined,
    request: PageRequest,
  ): Promise<Page<Message>> {
    const filter = { contact_id: contactId, ...(platform ? { platform } : {}) };
    return this.page(scope, filter, NEWEST_FIRST, request);
  }

  /** The newest answer of a person after `seenSeq`. @param userId a user whose answers do not count */
  async newerReply(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    seenSeq: number,
    userId?: string,
  ): Promise<Message | null> {
    const filter = {
      conversation_id: conversationId,
      seq: { $gt: seenSeq },
      direction: 'outbound' as const,
      visibility: 'public' as const,
      'author.kind': { $in: ['user', 'phone'] },
      ...(userId === undefined ? {} : { 'author.id': { $ne: userId } }),
    };
    const [newest] = await this.collection.find(scope, filter, { sort: { seq: -1 }, limit: 1 });
    return newest ?? null;
  }

  /** Null if the message does not meet the condition. */
  change(
    scope: CompanyScope,
    id: Types.ObjectId,
    condition: Record<string, unknown>,
    update: Record<string, unknown> | Record<string, unknown>[],
  ): Promise<Message | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id, ...condition }, update);
  }

  /** @returns the messages whose quote said something else before */
  async changeQuotes(scope: CompanyScope, quoted: QuotedMessage): Promise<Message[]> {
    const { message_id } = quoted;
    const quoting = await this.collection.find(scope, {
      'quoted.message_id': message_id,
      quoted: { $ne: quoted },
    });
    const ids = quoting.map(({ _id }) => _id);
    if (ids.length === 0) return [];
    const still = { _id: { $in: ids }, 'quoted.message_id': message_id };
    await this.collection.updateMany(scope, still, { $set: { quoted, updated_at: new Date() } });
    return this.findMany(scope, ids);
  }

  /** @returns how many were unread */
  markReadUpTo(scope: CompanyScope, conversationId: Types.ObjectId, seq: number): Promise<number> {
    const filter = { conversation_id: conversationId, seq: { $lte: seq }, direction: 'inbound' as const, read: false };
    return this.collection.updateMany(scope, filter, { $set: { read: true, updated_at: new Date() } });
  }

  /** Leaves out messages that staff recorded for the customer. */
  newestOfCustomer(scope: CompanyScope, conversationId: Types.ObjectId, upToSeq: number): Promise<Message | null> {
    const place = { conversation_id: conversationId, seq: { $lte: upToSeq } };
    const filter = { ...place, direction: 'inbound' as const, external_id: { $exists: true } };
    return this.collection.findOne(scope, filter, { sort: { seq: -1 } });
  }

  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Message[]> {
    return this.collection.find(scope, { _id: { $in: ids } });
  }

  /** Ids of messages or of their pieces. */
  async findByExternalIds(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    externalIds: readonly string[],
  ): Promise<Message[]> {
    if (externalIds.length === 0) return [];
    const ids = { $in: [...externalIds] };
    // Two queries, because `$or` would not use the partial indexes.
    const [wholes, pieces] = await Promise.all([
      this.collection.find(scope, { channel_id: channelId, external_id: ids }),
      this.collection.find(scope, { channel_id: channelId, external_ids: ids }),
    ]);
    return [...new Map([...wholes, ...pieces].map((message) => [message._id.toHexString(), message])).values()];
  }

  /** Outbound messages that the platform has accepted, up to a time. */
  confirmedUpTo(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    at: Date,
    statuses: readonly string[],
  ): Promise<Message[]> {
    const filter = {
      conversation_id: conversationId,
      sent_at: { $lte: at },
      direction: 'outbound',
      external_id: { $exists: true },
      status: { $in: statuses },
    };
    return this.collection.find(scope, filter, { sort: { sent_at: -1 }, limit: MAX_BATCH });
  }

  newest(scope: CompanyScope, conversationId: Types.ObjectId, limit: number): Promise<Message[]> {
    const options = { sort: { sent_at: -1 as const, _id: -1 as const }, limit };
    return this.collection.find(scope, { conversation_id: conversationId }, options);
  }

  /** Oldest first. */
  unsettled(scope: CompanyScope, conversationId: Types.ObjectId): Promise<Message[]> {
    return this.unsettledOf.get(scope, conversationId);
  }

  private async findUnsettled(scope: CompanyScope, conversationIds: Types.ObjectId[]): Promise<Message[]> {
    const filter = { conversation_id: { $in: conversationIds }, 'outbox.due_at': { $type: 'date' } };
    return (await this.collection.find(scope, filter)).sort((a, b) => a.seq - b.seq);
  }

  unpublished(before: Date, limit: number): Promise<Message[]> {
    const filter = { unpublished_since: { $lte: before } };
    const options = { sort: { unpublished_since: 1 as const }, limit };
    return this.collection.findAcrossCompanies('publish unpublished messages', filter, options);
  }

  /**
   * Removes the marks that these messages carry; a mark of another process, which publishes the message again, stays.
   * A message whose mark is not removed is only published once more.
   */
  async clearUnpublishedMarks(messages: readonly Message[]): Promise<void> {
    const byCompany = Map.groupBy(messages, ({ company_id }) => company_id.toHexString());
    const updates = [...byCompany].map(([companyId, group]) => ({
      scope: CompanyScope.of(companyId),
      filter: {
        _id: { $in: group.map(({ _id }) => _id) },
        unpublished_since: { $in: group.map(({ unpublished_since }) => unpublished_since) },
      },
      update: { $unset: { unpublished_since: true as const } },
    }));
    await Promise.all(
      updates.map(({ scope, filter, update }) => this.collection.updateMany(scope, filter, update, 'derived')),
    );
  }

  withPendingFiles(before: Date, limit: number): Promise<Message[]> {
    const filter = { 'attachments.state': 'pending', created_at: { $lte: before } };
    return this.collection.findAcrossCompanies('media delivery', filter, { limit });
  }

  filesOfMessagesWith(scope: CompanyScope, keys: readonly string[]): Promise<MessageFile[]> {
    return this.filesOf(scope, { 'attachments.storage_key': { $in: [...keys] } });
  }

  filesOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<MessageFile[]> {
    return this.filesOf(scope, { contact_id: contactId, 'attachments.storage_key': { $exists: true } });
  }

  private async filesOf(scope: CompanyScope, filter: Record<string, unknown>): Promise<MessageFile[]> {
    const rows = await this.collection.find(scope, filter, { projection: { 'attachments.storage_key': 1 } });
    return rows.flatMap(({ attachments }) => attachments);
  }

  async removeOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { contact_id: contactId });
  }

  async moveToContact(
    scope: CompanyScope,
    conversationIds: readonly Types.ObjectId[],
    contactId: Types.ObjectId,
  ): Promise<void> {
    await this.collection.updateMany(
      scope,
      { conversation_id: { $in: conversationIds } },
      { $set: { contact_id: contactId } },
    );
  }

  private async recordBatch(updates: ScopedUpdate<Message>[]): Promise<readonly ItemOutcome<void>[]> {
    const outcomes = await outcomesOfBulk(updates.length, () => this.collection.bulkUpdate(updates));
    return outcomes.map((outcome) => (outcome.ok ? outcome : { ok: false, error: asDuplicateMessage(outcome.error) }));
  }

  private async insertBatch(docs: Message[]): Promise<readonly ItemOutcome<void>[]> {
    const outcomes = await outcomesOfBulk(docs.length, () => this.collection.insertMany(docs));
    return outcomes.map((outcome) => (outcome.ok ? outcome : { ok: false, error: asDuplicateMessage(outcome.error) }));
  }
}
