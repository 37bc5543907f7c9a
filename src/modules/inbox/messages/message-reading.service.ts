import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { ConversationReaderService, ConversationsService } from '../conversations/index.js';
import {
  AttachmentUrls,
  type Message,
  MessagesRepository,
  type MessageView,
  toMessageView,
} from '../message-log/index.js';
import type { InstagramCustomersDto, MarkReadDto } from './dto/message.dto.js';

const DEFAULT_PAGE_SIZE = 25;

@Injectable()
export class MessageReadingService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsService,
    private readonly rows: ConversationReaderService,
    private readonly urls: AttachmentUrls,
    private readonly bus: EventBus,
  ) {}

  /** @throws AppError NOT_FOUND */
  async get(scope: CompanyScope, id: Types.ObjectId): Promise<MessageView> {
    return toMessageView(await this.messages.getById(scope, id), this.urls);
  }

  async ofContact(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    platform: Platform | undefined,
    page: PageRequest,
  ): Promise<Page<MessageView>> {
    return this.toViews(await this.messages.ofContact(scope, contactId, platform, page));
  }

  /** @returns how many messages nobody had read before @throws AppError NOT_FOUND */
  async markConversationRead(
    scope: CompanyScope,
    reader: Principal,
    conversationId: Types.ObjectId,
    upToSeq: number,
  ): Promise<{ updated: number; up_to_seq: number }> {
    await this.conversations.find(scope, conversationId);
    const newest = await this.messages.atOrBefore(scope, conversationId, upToSeq);
    if (!newest) return { updated: 0, up_to_seq: 0 };
    return { updated: await this.markReadUpTo(scope, reader, newest), up_to_seq: newest.seq };
  }

  /** Marks a message and all before it as read. @returns how many customer messages nobody had read before */
  async markReadUpTo(
    scope: CompanyScope,
    reader: Principal,
    { conversation_id, platform, seq, inbound_count }: Message,
  ): Promise<number> {
    const updated = await this.messages.markReadUpTo(scope, conversation_id, seq);
    await this.conversations.markRead(scope, reader, conversation_id, { up_to_seq: seq, inbound_count });
    const conversationId = conversation_id.toHexString();
    if (updated > 0) this.bus.emit('messages.read', { companyId: scope.id, conversationId, platform, upToSeq: seq });
    return updated;
  }

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async markRead(scope: CompanyScope, reader: Principal, input: MarkReadDto): Promise<{ updated: number }> {
    const { conversation_id, message_ids } = input;
    if ((conversation_id === undefined) === (message_ids === undefined)) {
      throw AppError.validation([{ field: 'conversation_id', message: 'give either conversation_id or message_ids' }]);
    }
    if (conversation_id) {
      const id = toObjectId(conversation_id);
      const { updated } = await this.markConversationRead(scope, reader, id, Number.MAX_SAFE_INTEGER);
      return { updated };
    }
    const found = await this.messages.findMany(
      scope,
      (message_ids ?? []).map((id) => toObjectId(id)),
    );
    const newest = newestByConversation(found);
    const results = await Promise.all(
      [...newest.values()].map(({ conversation_id: id, seq }) => this.markConversationRead(scope, reader, id, seq)),
    );
    return { updated: results.reduce((sum, { updated }) => sum + updated, 0) };
  }

  /** The newest first. */
  async instagramCustomers(
    scope: CompanyScope,
    reader: Principal,
    { page = 1, limit = DEFAULT_PAGE_SIZE }: InstagramCustomersDto,
  ) {
    const { items, total } = await this.rows.pageOfPlatform(scope, reader, 'instagram', page, limit);
    const customers = items.map(({ _id, contact_id, contact, last_message, unread_count }) => ({
      contact_id,
      conversation_id: _id,
      contact,
      last_message,
      unread_count,
    }));
    return { items: customers, page, limit, total };
  }

  private toViews({ items, nextCursor }: Page<Message>): Page<MessageView> {
    return { items: items.map((message) => toMessageView(message, this.urls)), nextCursor };
  }
}

function newestByConversation(messages: readonly Message[]): Map<string, Message> {
  const newest = new Map<string, Message>();
  for (const message of messages) {
    const key = message.conversation_id.toHexString();
    if ((newest.get(key)?.seq ?? 0) < message.seq) newest.set(key, message);
  }
  return newest;
}
