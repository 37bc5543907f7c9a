import { Injectable, Logger } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { GroupCommit, type ItemOutcome } from '../../../core/concurrency/index.js';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationsService } from '../conversations/index.js';
import { AttachmentUrls } from './attachment-urls.js';
import { MessageSummaryService } from './message-summary.service.js';
import { toMessageView } from './message.view.js';
import { MessagesRepository } from './messages.repository.js';
import type { Message } from './schemas/message.schema.js';
import { hasDelivery, StatusAnnouncer } from './status-announcer.js';

const MARK_BATCH = 500;
/** No caller waits for it; a crash meanwhile only publishes the message again. */
const MARK_LINGER_MS = 100;

/**
 * Publishes stored messages to sockets and to their conversation. A message keeps a mark until both are done; after a
 * crash the sweep publishes it.
 */
@Injectable()
export class MessagePublisher {
  private readonly logger = new Logger(MessagePublisher.name);
  private readonly marks = new GroupCommit<Message>((batch) => this.clearMarks(batch), MARK_BATCH, MARK_LINGER_MS);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly summaries: MessageSummaryService,
    private readonly conversations: ConversationsService,
    private readonly realtime: RealtimeService,
    private readonly statuses: StatusAnnouncer,
    private readonly bus: EventBus,
    private readonly urls: AttachmentUrls,
  ) {}

  /** @param before the conversation before the message: if the message reopened it, it is published, too */
  async publish(scope: CompanyScope, message: Message, before?: Conversation): Promise<void> {
    const conversationId = message.conversation_id.toHexString();
    this.statuses.beginNew(message);
    const [, isInEventLog] = await Promise.all([
      this.summaries.add(scope, message),
      this.realtime.publish(scope, 'message:new', { conversationId, message: toMessageView(message, this.urls) }),
    ]);
    crashPoint('publisher.announced');
    if (before && reopens(message, before)) {
      await this.conversations.publish(scope, await this.conversations.find(scope, before._id));
    }
    // The sweep tries again.
    if (isInEventLog) this.finish(scope, message);
  }

  /**
   * For a message that still has its mark. Only one of several callers publishes it, and never twice in the event
   * log.
   */
  async publishAgain(scope: CompanyScope, message: Message): Promise<void> {
    const { _id, created_at, unpublished_since } = message;
    const claim = { $set: { unpublished_since: new Date() } };
    const claimed = unpublished_since && (await this.messages.change(scope, _id, { unpublished_since }, claim));
    if (!claimed) return;
    if (!(await this.realtime.hasLogged(scope, 'message:new', _id, created_at))) return this.publish(scope, claimed);
    await this.summaries.add(scope, claimed);
    // The event that is in the log may show an older status.
    if (hasDelivery(claimed)) await this.statuses.announceAgain(scope, _id);
    this.finish(scope, claimed);
  }

  private finish(scope: CompanyScope, message: Message): void {
    void this.marks.add(message).catch((error: unknown) => this.logger.warn('a message stays marked', error));
    const conversationId = message.conversation_id.toHexString();
    const hasPendingFiles = message.attachments.some(({ state }) => state === 'pending');
    this.bus.emit('message.published', {
      companyId: scope.id,
      conversationId,
      messageId: message._id.toHexString(),
      platform: message.platform,
      hasPendingFiles,
      direction: message.direction,
      visibility: message.visibility,
      author: message.author.kind,
    });
  }

  private async clearMarks(batch: Message[]): Promise<ItemOutcome<void>[]> {
    await this.statuses.correctNew(batch);
    await this.messages.clearUnpublishedMarks(batch);
    crashPoint('publisher.unmarked');
    return batch.map(() => ({ ok: true, result: undefined }));
  }
}

function reopens({ direction }: Message, { status }: Conversation): boolean {
  return direction === 'inbound' && (status === 'resolved' || status === 'snoozed');
}
