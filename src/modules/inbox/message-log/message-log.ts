import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { DuplicateMessage } from './duplicate-message.js';
import { type LastPosition, MessagesRepository } from './messages.repository.js';
import type { Message } from './schemas/message.schema.js';

export type MessageDraft = Omit<
  Message,
  'seq' | 'inbound_count' | 'created_at' | 'updated_at' | 'company_id' | 'unpublished_since' | 'unannounced_changes'
>;

/** If `isNew` is false, `message` is the one that was stored before under the same id. */
export interface Appended {
  message: Message;
  isNew: boolean;
}

export type AppendGuard = () => Promise<Message | null>;

const MAX_CONVERSATIONS_IN_MEMORY = 20_000;
const NOTHING_YET: LastPosition = { seq: 0, inbound_count: 0, sent_at: new Date(0) };

interface ConversationTail {
  queue: Promise<unknown>;
  last?: LastPosition;
}

/**
 * Takes a position by an insert under a unique (conversation, seq). The loser of a race takes the next one, so numbers
 * have no gaps, and an append sees everything before it (docs/adr/0004).
 */
@Injectable()
export class MessageLog {
  private readonly tails = new LRUCache<string, ConversationTail>({ max: MAX_CONVERSATIONS_IN_MEMORY });

  constructor(private readonly messages: MessagesRepository) {}

  /**
   * Stores a message at the end of its conversation, once for each client id and external id.
   * @param guard runs before each try, after everything before it is stored. It throws to refuse the message, or
   *   returns the stored message to use instead
   */
  append(scope: CompanyScope, draft: MessageDraft, guard?: AppendGuard): Promise<Appended> {
    const tail = this.tailOf(draft.conversation_id);
    const turn = tail.queue.then(() => this.take(scope, tail, draft, guard));
    tail.queue = turn.catch(() => undefined);
    return turn;
  }

  private async take(
    scope: CompanyScope,
    tail: ConversationTail,
    draft: MessageDraft,
    guard?: AppendGuard,
  ): Promise<Appended> {
    for (;;) {
      tail.last ??= (await this.messages.lastPosition(scope, draft.conversation_id)) ?? NOTHING_YET;
      const known = await guard?.();
      if (known) return { message: known, isNew: false };
      const message = positionAfter(tail.last, scope, draft);
      try {
        crashPoint('message.inserting');
        await this.messages.insert(message);
        crashPoint('message.inserted');
        const { seq, inbound_count, sent_at } = message;
        tail.last = { seq, inbound_count, sent_at };
        return { message, isNew: true };
      } catch (error) {
        // Also after an unknown outcome, because our insert may have taken the position.
        delete tail.last;
        if (!(error instanceof DuplicateMessage)) throw error;
        const stored = await this.stored(scope, draft, error.of);
        if (stored) return { message: stored, isNew: false };
      }
    }
  }

  private stored(scope: CompanyScope, draft: MessageDraft, of: DuplicateMessage['of']): Promise<Message | null> {
    const { conversation_id, channel_id, client_id, external_id } = draft;
    if (of === 'clientId' && client_id) return this.messages.findByClientId(scope, conversation_id, client_id);
    if (of === 'externalId' && channel_id && external_id) {
      return this.messages.findByExternalId(scope, channel_id, external_id);
    }
    return Promise.resolve(null);
  }

  private tailOf(conversationId: Types.ObjectId): ConversationTail {
    const key = conversationId.toHexString();
    const known = this.tails.get(key);
    if (known) return known;
    const tail: ConversationTail = { queue: Promise.resolve() };
    this.tails.set(key, tail);
    return tail;
  }
}

function positionAfter(last: LastPosition, scope: CompanyScope, draft: MessageDraft): Message {
  const now = new Date();
  const isOurs = draft.direction === 'outbound';
  return {
    ...draft,
    company_id: scope.companyId,
    seq: last.seq + 1,
    inbound_count: last.inbound_count + (isOurs ? 0 : 1),
    // An answer never sorts above its question, whatever the clocks say.
    sent_at: isOurs ? new Date(Math.max(draft.sent_at.getTime(), last.sent_at.getTime())) : draft.sent_at,
    created_at: now,
    updated_at: now,
    unpublished_since: now,
  };
}
