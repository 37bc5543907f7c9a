import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository, ConversationsService } from '../conversations/index.js';
import {
  DuplicateMessage,
  hasChange,
  type Message,
  type MessageError,
  MessagesRepository,
  type Outbox,
  StatusAnnouncer,
  withChangeTo,
} from '../message-log/index.js';
import { idAtLastPiece, lastPieceIndexOf, withExternalId } from './message-pieces.js';
import { OutboxRepository } from './outbox.repository.js';
import { heldBy, outboxUpdate, takenByPlatform } from './outbox-state.js';

/** An echo or a receipt removes the due time. */
const UNSETTLED = { 'outbox.due_at': { $exists: true } };

/** Writes the outcome of a try under the fence of the lock, and announces it. */
@Injectable()
export class OutboxSettlement {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly outbox: OutboxRepository,
    private readonly conversations: ConversationsRepository,
    private readonly inbox: ConversationsService,
    private readonly statuses: StatusAnnouncer,
  ) {}

  async partSent(
    scope: CompanyScope,
    message: Message,
    fence: number,
    pieceIndex: number,
    externalId: string,
  ): Promise<void> {
    const external_ids = withExternalId(message, [pieceIndex], externalId);
    const filter = { _id: message._id, ...heldBy(fence) };
    await this.messages.recordSending({ scope, filter, update: [{ $set: { external_ids } }] });
  }

  /** Never takes a receipt back that came first. */
  async sent(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    externalId?: string,
  ): Promise<Message> {
    const { _id } = message;
    const ids = externalId ? { external_id: externalId, external_ids: idAtLastPiece(message, externalId) } : {};
    const change = new Types.ObjectId();
    const record = { _id, outbox: { ...outbox, fence }, updated_at: new Date(), ...ids };
    const isRecorded = await this.outbox.recordSent({ scope, change, ...record });
    const sent: Message = { ...message, ...record, status: 'sent', error: null };
    if (!isRecorded) await this.recordBeside(scope, message, fence, outbox, change, externalId);
    crashPoint('outbox.written');
    // Publishes the stored status, because a receipt may have come before the answer.
    const current = isRecorded ? sent : ((await this.messages.reread(scope, _id)) ?? sent);
    if (isRecorded || hasChange(current, change)) await this.statuses.announce(scope, current, [change]);
    return current;
  }

  /** Keeps the changes of an echo, a receipt or an earlier part. */
  private async recordBeside(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    change: Types.ObjectId,
    externalId?: string,
  ): Promise<void> {
    const taken = { ...takenByPlatform(), unannounced_changes: withChangeTo(takenByPlatform(), change) };
    const named = externalId
      ? { external_id: externalId, external_ids: withExternalId(message, [lastPieceIndexOf(message)], externalId) }
      : {};
    const write = (set: Record<string, unknown>): Promise<void> =>
      this.messages.recordSending({ scope, ...outboxUpdate(message, fence, { ...taken, ...set }, outbox) });
    try {
      await write(named);
    } catch (error) {
      // The echo was stored as a message of the phone, which keeps the id.
      if (!(error instanceof DuplicateMessage)) throw error;
      await write({});
    }
  }

  failed(scope: CompanyScope, message: Message, fence: number, outbox: Outbox, error: MessageError): Promise<Message> {
    const status = { $cond: [{ $eq: ['$status', 'queued'] }, 'failed', '$status'] };
    return this.write(scope, message, fence, { status, error: { $literal: error } }, outbox, UNSETTLED);
  }

  /** Still queued. @param error the reason of the last try, if there is one */
  waiting(
    scope: CompanyScope,
    message: Message,
    fence: number,
    outbox: Outbox,
    error: MessageError | null,
  ): Promise<Message> {
    return this.write(scope, message, fence, { error: { $literal: error } }, outbox, UNSETTLED);
  }

  async reopen(scope: CompanyScope, { conversation_id }: Message): Promise<void> {
    const reopened = await this.conversations.change(
      scope,
      conversation_id,
      { status: 'resolved' },
      { $set: { status: 'open', updated_at: new Date() }, $inc: { episode: 1, revision: 1 } },
    );
    if (reopened) {
      await this.inbox.publish(scope, reopened);
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
    const change = new Types.ObjectId();
    const changed = { ...set, unannounced_changes: withChangeTo(set, change) };
    const { filter, update } = outboxUpdate(message, fence, changed, outbox, condition);
    const { _id, ...guard } = filter;
    const written = await this.messages.change(scope, message._id, guard, update);
    crashPoint('outbox.written');
    if (written && hasChange(written, change)) await this.statuses.announce(scope, written, [change]);
    // Null: a later holder of the lock, or the platform itself, has changed the message, and that counts.
    return written ?? this.messages.getById(scope, message._id);
  }
}
