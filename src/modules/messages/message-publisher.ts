import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { crashPoint } from '../../core/crash-points/index.js';
import { GroupCommit, type ItemOutcome } from '../../core/database/index.js';
import { EventBus } from '../../core/events/index.js';
import { Realtime } from '../../core/realtime/index.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { ConversationsRepository, ConversationsService } from '../conversations/index.js';
import { summaryUpdate } from './conversation-summary.js';
import { toMessageView } from './message.view.js';
import { MessagesRepository } from './messages.repository.js';
import type { Message } from './schemas/message.schema.js';

const SWEEP_INTERVAL_MS = 5_000;
/** Long enough for the publishing that is under way. */
const STALE_AFTER_MS = 5_000;
const SWEEP_BATCH = 200;
const SUMMARY_BATCH = 200;

/**
 * Tells sockets and the conversation of a stored message. The message carries a mark until both know, so a crash in
 * between is made good by the sweep of any process.
 */
@Injectable()
export class MessagePublisher {
  private readonly logger = new Logger(MessagePublisher.name);
  // One batch at a time: summaries of one conversation must arrive in order.
  private readonly summaries = new GroupCommit<Message>((batch) => this.writeSummaries(batch), SUMMARY_BATCH);
  private readonly marks = new GroupCommit<Message>((batch) => this.clearMarks(batch), SUMMARY_BATCH);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly conversationRows: ConversationsRepository,
    private readonly conversations: ConversationsService,
    private readonly realtime: Realtime,
    private readonly bus: EventBus,
  ) {}

  /** Resolves when the conversation shows the message and the event is logged. */
  async publish(scope: CompanyScope, message: Message, wasClosed = false): Promise<void> {
    const conversationId = message.conversation_id.toHexString();
    await Promise.all([
      this.summaries.add(message),
      this.realtime.publish(scope, 'message:new', { conversationId, message: toMessageView(message) }),
    ]);
    crashPoint('publisher.announced');
    if (wasClosed)
      await this.conversations.publish(scope, await this.conversations.find(scope, message.conversation_id));
    void this.marks.add(message).catch((error: unknown) => this.logger.warn('a message stays marked', error));
    const hasPendingFiles = message.attachments.some(({ state }) => state === 'pending');
    const messageId = message._id.toHexString();
    this.bus.emit('message.stored', { companyId: scope.id, conversationId, messageId, hasPendingFiles });
  }

  /** Publishes what a crashed process stored and did not get to tell. */
  @Interval(SWEEP_INTERVAL_MS)
  async publishForgotten(now = Date.now()): Promise<void> {
    const forgotten = await this.messages.unpublished(new Date(now - STALE_AFTER_MS), SWEEP_BATCH);
    for (const message of forgotten.sort((a, b) => a.seq - b.seq)) {
      await this.publish(CompanyScope.of(message.company_id), message);
    }
  }

  private async writeSummaries(batch: Message[]): Promise<ItemOutcome<void>[]> {
    const updates = batch.map((message) => ({
      scope: CompanyScope.of(message.company_id),
      ...summaryUpdate(message),
    }));
    await this.conversationRows.applySummaries(updates);
    crashPoint('publisher.summarised');
    return batch.map(() => ({ ok: true, result: undefined }));
  }

  private async clearMarks(batch: Message[]): Promise<ItemOutcome<void>[]> {
    await this.messages.markPublished(batch);
    crashPoint('publisher.unmarked');
    return batch.map(() => ({ ok: true, result: undefined }));
  }
}
