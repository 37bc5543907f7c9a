import { Injectable } from '@nestjs/common';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationsRepository, ConversationsService } from '../../conversations/index.js';
import {
  ContentAnnouncer,
  type Message,
  type MessageDraft,
  MessagesRepository,
  MessageSummaryService,
} from '../../message-log/index.js';

const EARLY_MS = 2 * 60_000;
const NEWEST_COMPARED = 50;
const UNCLAIMED = {
  direction: 'outbound',
  visibility: 'public',
  'author.kind': { $in: ['phone', 'bot'] },
  outbox: { $exists: false },
  external_id: { $exists: true },
  external_ids: { $exists: false },
  attachments: { $size: 0 },
  edited_at: null,
  deleted_at: null,
};

/**
 * Handles echoes that arrived before the assistant posted their message. They were stored as answers by phone; the
 * posted message replaces them.
 */
@Injectable()
export class EarlyEchoesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly summaries: MessageSummaryService,
    private readonly conversationRows: ConversationsRepository,
    private readonly conversations: ConversationsService,
    private readonly contents: ContentAnnouncer,
  ) {}

  /** @returns the stored echo with the author and client_id of the posted message, or null */
  async claim(scope: CompanyScope, posted: MessageDraft): Promise<Message | null> {
    const { conversation_id, client_id, role, author, content } = posted;
    if (posted.attachments.length > 0) return null;
    const stored = client_id ? await this.messages.findByClientId(scope, conversation_id, client_id) : null;
    if (stored && (stored.author.kind !== 'bot' || stored.outbox)) return null;
    const newest = await this.messages.newest(scope, conversation_id, NEWEST_COMPARED);
    if (stored) {
      await this.correctConversation(scope, stored, newest);
      return null;
    }
    const since = new Date(Date.now() - EARLY_MS);
    const own = { role, author, content, updated_at: new Date(), ...(client_id ? { client_id } : {}) };
    for (const echo of newest.toReversed()) {
      if (echo.created_at < since || echo.content.trim() !== content.trim() || !echo.external_id) continue;
      const set = { ...own, external_ids: [echo.external_id] };
      const claimed = await this.messages.change(scope, echo._id, UNCLAIMED, { $set: set }).catch(nullIfDuplicate);
      if (!claimed) continue;
      // The summary of the echo must come before its correction.
      await this.summaries.add(scope, echo);
      await this.contents.announce(scope, claimed);
      await this.correctConversation(scope, echo, newest);
      return claimed;
    }
    return null;
  }

  /**
   * Undoes the effects of an answer by phone: a stopped waiting clock and a person as owner. May be repeated.
   * `last_reply_seq` stays, so that a late summary of the echo changes nothing.
   */
  private async correctConversation(scope: CompanyScope, echo: Message, newest: readonly Message[]): Promise<void> {
    const { _id, conversation_id, seq } = echo;
    const shown = { 'last_message._id': _id };
    await this.conversationRows.change(scope, conversation_id, shown, { $set: { 'last_message.role': 'assistant' } });
    const before = newest.find((one) => one.seq < seq && isByPerson(one));
    const isOwnerByEcho = { $and: [{ $eq: ['$owner.kind', 'human'] }, { $eq: ['$owner.id', null] }] };
    const noOwner = { kind: 'none', id: null, epoch: { $add: ['$owner.epoch', 1] }, since: '$$NOW' };
    const unanswered = newest.findLast((one) => one.direction === 'inbound' && one.seq > (before?.seq ?? 0));
    const row = {
      ...(unanswered ? { waiting_since: { $ifNull: ['$waiting_since', unanswered.sent_at] } } : {}),
      ...(before?.author.kind === 'phone' ? {} : { owner: { $cond: [isOwnerByEcho, noOwner, '$owner'] } }),
    };
    const changed = await this.conversationRows.change(scope, conversation_id, { last_reply_seq: seq }, [
      { $set: row },
    ]);
    if (changed) await this.conversations.publish(scope, changed);
  }
}

function isByPerson({ visibility, direction, author }: Message): boolean {
  return visibility === 'public' && direction === 'outbound' && (author.kind === 'user' || author.kind === 'phone');
}

function nullIfDuplicate(error: unknown): null {
  if (!isDuplicateKey(error)) throw error;
  return null;
}
