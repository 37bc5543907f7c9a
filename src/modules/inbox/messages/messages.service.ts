import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Conversation, hasUnread } from '../conversations/index.js';
import {
  AttachmentUrls,
  type Message,
  MessageLog,
  MessagePublisher,
  type MessageView,
  toMessageView,
} from '../message-log/index.js';
import type { CreateMessageDto } from './dto/message.dto.js';
import { type ForwardingDto } from './dto/message-response.dto.js';
import { isForwarded, type PostedInput } from './message-drafts.js';
import { MessageQuotes } from './message-quotes.service.js';
import { MessageReadingService } from './message-reading.service.js';
import { assertPostable, assertSameMessage } from './message-rules.js';
import { PostedDrafts } from './posted-drafts.service.js';
import { assertFilesFit, CHANNEL_DISCONNECTED, isLimitCode, OutboxService } from '../message-sending/index.js';

const SAVED_AND_RETRIED = 'The message is saved and will be tried again';
const SAVED_AND_WAITING = 'The message is saved and will be sent when the channel is connected again';
const SAVED_AND_LIMITED = 'The message is saved and will be sent as soon as the platform allows it';
const SAVED_FOR_ANOTHER =
  'The message is saved but PetBuddy does not send it. Your program sends it, or post it as operator';
const SAVED_NOT_SENT = 'The message is saved but was not sent';

export interface PostedMessage {
  messageData: MessageView;
  forwarding: ForwardingDto;
  warning?: string;
}

/** Stores a posted message, even if it cannot be sent. */
@Injectable()
export class MessagesService {
  private readonly logger = new Logger(MessagesService.name);

  constructor(
    private readonly log: MessageLog,
    private readonly drafts: PostedDrafts,
    private readonly publisher: MessagePublisher,
    private readonly quotes: MessageQuotes,
    private readonly outbox: OutboxService,
    private readonly reading: MessageReadingService,
    private readonly urls: AttachmentUrls,
  ) {}

  /**
   * Stores, publishes and sends. With `isAsync` it returns as soon as the message is stored.
   * @throws AppError NOT_FOUND | FORBIDDEN | VALIDATION_ERROR | TEXT_TOO_LONG | FILE_TOO_LARGE | FILE_TYPE_UNSUPPORTED |
   *   INVALID_REPLY_TO | WINDOW_CLOSED | NEWER_REPLY | CLIENT_ID_REUSED
   */
  post(scope: CompanyScope, actor: Principal, input: CreateMessageDto, isAsync = false): Promise<PostedMessage> {
    return this.store(scope, actor, input, { isAsync, isPresent: true });
  }

  /** Like {@link post} with `isAsync`, but the author is not there, so the conversation stays unread. */
  async postLater(scope: CompanyScope, author: Principal, input: CreateMessageDto): Promise<void> {
    await this.store(scope, author, input, { isAsync: true, isPresent: false });
  }

  /**
   * Makes the checks of {@link post} that concern the content.
   * @param files the attachments; uploads with their size and type
   * @throws AppError FORBIDDEN | VALIDATION_ERROR | TEXT_TOO_LONG | FILE_TOO_LARGE | FILE_TYPE_UNSUPPORTED
   */
  assertSendable(
    scope: CompanyScope,
    actor: Principal,
    input: CreateMessageDto,
    files: Parameters<typeof assertFilesFit>[1],
  ): void {
    const canSend = this.outbox.canSend(input.platform);
    assertPostable(scope, actor, input, canSend);
    if (isForwarded(input, canSend)) assertFilesFit(input.platform, files);
  }

  private async store(
    scope: CompanyScope,
    actor: Principal,
    input: CreateMessageDto,
    { isAsync, isPresent }: { isAsync: boolean; isPresent: boolean },
  ): Promise<PostedMessage> {
    const canSend = this.outbox.canSend(input.platform);
    assertPostable(scope, actor, input, canSend);
    const { conversation, posted, draft, guard } = await this.drafts.make(scope, actor, input, canSend);
    if (isForwarded(input, canSend)) assertFilesFit(input.platform, posted.attachments);
    const { message, isNew } = await this.log.append(scope, draft, guard);
    if (!isNew) return this.repeated(scope, message, posted);
    const published = this.publish(scope, message, conversation);
    const read = isPresent ? this.markReadByWriter(scope, actor, conversation, message) : undefined;
    if (!isForwarded(input, canSend)) {
      await Promise.all([published, read]);
      return toPosted(message, this.urls);
    }
    // A failure leaves the message in the outbox for the sweep.
    const sending = this.outbox.send(scope, message).catch(() => message);
    await published;
    if (isAsync) return { messageData: toMessageView(message, this.urls), forwarding: { status: 'queued' } };
    await read;
    return toPosted(await sending, this.urls);
  }

  private async publish(scope: CompanyScope, message: Message, before: Conversation): Promise<void> {
    await this.publisher.publish(scope, message, before);
    await this.quotes.correct(scope, message);
  }

  /** The author of a reply has read the conversation. A failure is only logged, because the message is stored. */
  private async markReadByWriter(
    scope: CompanyScope,
    actor: Principal,
    conversation: Conversation,
    message: Message,
  ): Promise<void> {
    if (message.role !== 'operator' || !hasUnread(conversation.read_by, actor.userId, message.inbound_count)) return;
    await this.reading
      .markReadUpTo(scope, actor, message)
      .catch((error: unknown) => this.logger.warn(`${message._id.toHexString()} left its writer unread`, error));
  }

  /** Returns the stored message of the client id, and publishes it if a crash prevented that. */
  private async repeated(scope: CompanyScope, message: Message, input: PostedInput): Promise<PostedMessage> {
    assertSameMessage(message, input);
    if (message.unpublished_since) await this.publisher.publishAgain(scope, message);
    return toPosted(message, this.urls);
  }
}

export function toPosted(message: Message, urls: AttachmentUrls): PostedMessage {
  const messageData = toMessageView(message, urls);
  const { status, error, outbox } = message;
  if (status === 'failed') {
    const reason = error ? { error: error.message } : {};
    return { messageData, forwarding: { status: 'failed', ...reason }, warning: SAVED_NOT_SENT };
  }
  if (!outbox) {
    const isUnconfirmed = status === 'queued';
    return { messageData, forwarding: { status: 'skipped' }, ...(isUnconfirmed && { warning: SAVED_FOR_ANOTHER }) };
  }
  if (status !== 'queued') return { messageData, forwarding: { status: 'success' } };
  if (!error) return { messageData, forwarding: { status: 'queued' } };
  if (error.code === CHANNEL_DISCONNECTED.code) {
    return { messageData, forwarding: { status: 'queued', error: error.message }, warning: SAVED_AND_WAITING };
  }
  if (isLimitCode(error.code)) {
    return { messageData, forwarding: { status: 'queued', error: error.message }, warning: SAVED_AND_LIMITED };
  }
  return { messageData, forwarding: { status: 'failed', error: error.message }, warning: SAVED_AND_RETRIED };
}
