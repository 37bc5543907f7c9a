import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { AttachmentUrls } from './attachment-urls.js';
import { previewOf } from './message-summary.js';
import { toMessageView } from './message.view.js';
import { MessagesRepository } from './messages.repository.js';
import { quoteOf } from './quote-of.js';
import type { Message } from './schemas/message.schema.js';
import { StatusAnnouncer } from './status-announcer.js';
import { StatusChangesRepository } from './status-changes.repository.js';

/** Brings the event log, the conversation and the quotes to the stored content of a message. */
@Injectable()
export class ContentAnnouncer {
  private readonly logger = new Logger(ContentAnnouncer.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly changes: StatusChangesRepository,
    private readonly statuses: StatusAnnouncer,
    private readonly conversations: ConversationsRepository,
    private readonly realtime: RealtimeService,
    private readonly urls: AttachmentUrls,
  ) {}

  /**
   * Publishes the message, and updates the preview of its conversation and its quotes.
   * @returns false if the event could not be logged
   */
  async announce(scope: CompanyScope, message: Message): Promise<boolean> {
    const { conversation_id, content, _id } = message;
    await this.conversations.change(
      scope,
      conversation_id,
      { 'last_message._id': _id },
      { $set: { 'last_message.content': previewOf(content) } },
    );
    const isLogged = await this.publish(scope, message);
    await this.statuses.correct([message]);
    await this.followQuotes(scope, message);
    return isLogged;
  }

  /** As `announce`; a removed message also loses its words in the event log. May be repeated. */
  async announceChanged(scope: CompanyScope, message: Message): Promise<boolean> {
    if (message.deleted_at) await this.realtime.forgetMessage(scope, message._id);
    return this.announce(scope, message);
  }

  /** @param change id that was stored with the content; after a crash the sweep finds the message by it */
  async announceOnce(scope: CompanyScope, message: Message, change: Types.ObjectId): Promise<void> {
    if (!(await this.announceChanged(scope, message))) return;
    void this.changes
      .remove(scope, message._id, [change])
      .catch((error: unknown) => this.logger.warn('a change will be announced again', error));
  }

  /** Brings the quotes of a message to its new text, and publishes the messages that have them. */
  async followQuotes(scope: CompanyScope, message: Message): Promise<void> {
    for (const quoting of await this.messages.changeQuotes(scope, quoteOf(message))) await this.publish(scope, quoting);
  }

  private publish(scope: CompanyScope, message: Message): Promise<boolean> {
    return this.realtime.publish(scope, 'message:updated', {
      conversationId: message.conversation_id.toHexString(),
      message: toMessageView(message, this.urls),
    });
  }
}
