import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  encodeCursor,
  type Page,
} from '../../../core/tenancy/index.js';
import { ConversationsService } from '../conversations/index.js';
import {
  AttachmentUrls,
  type HistorySide,
  type Message,
  MessageHistoryRepository,
  MessagesRepository,
  type MessageView,
  toMessageView,
} from '../message-log/index.js';
import type { HistoryQueryDto } from './dto/message-history.dto.js';

/** The newest first. */
export interface HistoryPage extends Page<MessageView> {
  has_newer: boolean;
}

const NOTHING: HistorySide = { messages: [], hasMore: false };

@Injectable()
export class MessageHistoryService {
  constructor(
    private readonly history: MessageHistoryRepository,
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsService,
    private readonly urls: AttachmentUrls,
  ) {}

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async page(scope: CompanyScope, conversationId: Types.ObjectId, query: HistoryQueryDto): Promise<HistoryPage> {
    assertOneStart(query);
    await this.conversations.find(scope, conversationId);
    const { around_seq, after_seq, limit = DEFAULT_PAGE_SIZE, cursor } = query;
    if (around_seq !== undefined) return this.around(scope, conversationId, around_seq, limit);
    if (after_seq !== undefined) {
      const newer = await this.history.after(scope, conversationId, after_seq, limit);
      return this.toPage(newer, NOTHING);
    }
    const seq = cursor && seqOf(cursor);
    if (seq) return this.before(scope, conversationId, seq, limit);
    const { items, nextCursor } = await this.messages.pageByTime(scope, conversationId, query);
    return { items: this.toViews(items), nextCursor, has_newer: cursor !== undefined };
  }

  /** Half of the page before the message, which need not exist, and half after it. */
  private async around(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    seq: number,
    limit: number,
  ): Promise<HistoryPage> {
    const newerLimit = Math.floor(limit / 2);
    const [older, newer] = await Promise.all([
      this.history.before(scope, conversationId, seq + 1, limit - newerLimit),
      this.history.after(scope, conversationId, seq, newerLimit),
    ]);
    return this.toPage(newer, older);
  }

  private async before(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    seq: number,
    limit: number,
  ): Promise<HistoryPage> {
    const older = await this.history.before(scope, conversationId, seq, limit);
    return { ...this.toPage(NOTHING, older), has_newer: true };
  }

  private toPage(newer: HistorySide, older: HistorySide): HistoryPage {
    const oldest = older.messages.at(-1);
    return {
      items: this.toViews([...newer.messages.toReversed(), ...older.messages]),
      nextCursor: older.hasMore && oldest ? encodeCursor(oldest.seq, oldest._id) : null,
      has_newer: newer.hasMore,
    };
  }

  private toViews(messages: readonly Message[]): MessageView[] {
    return messages.map((message) => toMessageView(message, this.urls));
  }
}

/** Undefined for cursors of the plain history, which hold a time. */
function seqOf(cursor: string): number | undefined {
  const { value } = decodeCursor(cursor);
  return typeof value === 'number' ? value : undefined;
}

function assertOneStart({ around_seq, after_seq, cursor }: HistoryQueryDto): void {
  if ([around_seq, after_seq, cursor].filter((start) => start !== undefined).length <= 1) return;
  throw AppError.validation([{ field: 'cursor', message: 'give only one of cursor, around_seq and after_seq' }]);
}
