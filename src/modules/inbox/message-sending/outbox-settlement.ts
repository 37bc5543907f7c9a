import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { crashPoint } from '../../../core/crash-points/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository, toConversationView } from '../conversations/index.js';
import {
  DuplicateMessage,
  type Message,
  type MessageError,
  MessagesRepository,
  type Outbox,
} from '../message-log/index.js';
import { idAtLastPiece, lastPlaceOf, withExternalId } from './message-pieces.js';
import { OutboxRepository } from './outbox.repository.js';
import { heldBy, outboxUpdate, takenByPlatform } from './outbox-state.js';

/** An echo or a receipt that says the message is out takes its due time away. */
const UNSETTLED = { 'outbox.due_at': { $exists: true } };

const MAX_MESSAGES_IN_MEMORY = 10_000;
/** A status changes a handful of times in a message's life. */
const MAX_CORRECTIONS = 5;

/** Writes what a try came to, under the lane's fence, and tells sockets and the conversation. */
@Injectable()
export class OutboxSettlement {
  /** This process's last word on a message, so that the send's answer and a receipt don't say the same twice. */
  private readonly published = new LRUCache<string, string>({ max: MAX_MESSAGES_IN_MEMORY });

  constructor(
    private readonly messages: MessagesRepository,
    private readonly outbox: OutboxRepository,
    private readonly conversations: ConversationsRepository,
    private readonly realtime: RealtimeService,
  ) {}

  /** Keeps the provider's id of one part; the parts after it are not out yet. */
  async partSent(
    scope: CompanyScope,
    message: Message,
    fence: number,
    place: number,
    externalId: string,
  ): Promise<void> {
    const external_ids = withExternalId(message, [place], externalId);
    const filter = { _id: message._id, ...heldBy(fence) };
    await this.messages.settle({ scope, filter, update: [{ $set: { external_ids } }] });
  }

  /** `sent` needs the provider's word; a receipt that came first is never taken back. */
  async sent(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    externalId?: string,
  ): Promise<Message> {
    const { _id } = message;
    const ids = externalId ? { external_id: externalId, external_ids: idAtLastPiece(message, externalId) } : {};
    const record = { _id, outbox: { ...outbox, fence }, updated_at: new Date(), ...ids };
    const isRecorded = await this.outbox.recordSent({ scope, ...record });
    const sent: Message = { ...message, ...record, status: 'sent', error: null };
    if (!isRecorded) await this.recordBeside(scope, message, fence, outbox, externalId);
    crashPoint('outbox.written');
    // A receipt may have come before the answer: what is published must be what is stored, or ticks would go back.
    const published = isRecorded ? sent : ((await this.messages.current(scope, _id)) ?? sent);
    await this.announce(scope, published);
    return published;
  }

  /** Records that it is sent beside what an echo, a receipt or an earlier part has written. */
  private async recordBeside(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    externalId?: string,
  ): Promise<void> {
    const named = externalId
      ? { external_id: externalId, external_ids: withExternalId(message, [lastPlaceOf(message)], externalId) }
      : {};
    const write = (set: Record<string, unknown>): Promise<void> =>
      this.messages.settle({ scope, ...outboxUpdate(message, fence, { ...takenByPlatform(), ...set }, outbox) });
    try {
      await write(named);
    } catch (error) {
      // The echo came first and could not be told from a message of the phone: the id stays with it.
      if (!(error instanceof DuplicateMessage)) throw error;
      await write({});
    }
  }

  failed(scope: CompanyScope, message: Message, fence: number, outbox: Outbox, error: MessageError): Promise<Message> {
    const status = { $cond: [{ $eq: ['$status', 'queued'] }, 'failed', '$status'] };
    return this.write(scope, message, fence, { status, error: { $literal: error } }, outbox, UNSETTLED);
  }

  /** Still queued, with the last try's reason if there is one. */
  waiting(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    error: MessageError | null,
  ): Promise<Message> {
    return this.write(scope, message, fence, { error: { $literal: error } }, outbox, UNSETTLED);
  }

  /** Tells sockets how a message stands and keeps the conversation's preview in step. */
  async announce(scope: CompanyScope, message: Message): Promise<void> {
    let published = message;
    for (let turn = 0; turn < MAX_CORRECTIONS; turn++) {
      await this.tell(scope, published);
      const current = await this.messages.current(scope, message._id);
      if (!current || isAsPublished(current, published)) return;
      // Another announcement came between: the last event must show the stored status, even if it was published before.
      this.published.delete(message._id.toHexString());
      published = current;
    }
  }

  /** The same for what a crash may have kept from being published, whatever was said before. */
  announceAgain(scope: CompanyScope, message: Message): Promise<void> {
    this.published.delete(message._id.toHexString());
    return this.announce(scope, message);
  }

  private async tell(scope: CompanyScope, message: Message): Promise<void> {
    const { _id, conversation_id, status, error } = message;
    const word = `${status} ${error?.code ?? ''}`;
    if (this.published.get(_id.toHexString()) === word) return;
    this.published.set(_id.toHexString(), word);
    await Promise.all([
      this.realtime.publish(scope, 'message:status', {
        messageId: _id.toHexString(),
        conversationId: conversation_id.toHexString(),
        status,
        ...(error ? { error } : {}),
      }),
      this.conversations.summarize(scope, conversation_id, { kind: 'status', message_id: _id, status }),
    ]);
  }

  /** A message that failed late must not hide in a closed conversation. */
  async reopen(scope: CompanyScope, { conversation_id }: Message): Promise<void> {
    const reopened = await this.conversations.change(
      scope,
      conversation_id,
      { status: 'resolved' },
      { $set: { status: 'open', updated_at: new Date() }, $inc: { episode: 1, revision: 1 } },
    );
    if (reopened) {
      await this.realtime.publish(scope, 'conversation:updated', { conversation: toConversationView(reopened) });
    }
  }

  private async write(
    scope: CompanyScope,
    message: Message,
    fence: number,
    set: Record<string, unknown>,
    outbox: Outbox,
    condition: Record<string, unknown> = {},
  ): Promise<Message> {
    const { filter, update } = outboxUpdate(message, fence, set, outbox, condition);
    const { _id, ...guard } = filter;
    const written = await this.messages.change(scope, message._id, guard, update);
    // Null: a later holder of the lane, or the provider itself, has had its word, and that counts.
    crashPoint('outbox.written');
    const current = written ?? (await this.messages.getById(scope, message._id));
    if (!isAsPublished(current, message)) {
      await this.announce(scope, current);
    }
    return current;
  }
}

function isAsPublished(current: Message, published: Message): boolean {
  return current.status === published.status && current.error?.code === published.error?.code;
}
