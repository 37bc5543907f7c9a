import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { type Conversation, ConversationsRepository } from '../conversations/index.js';
import {
  type AppendGuard,
  type Attachment,
  type BotMark,
  type Message,
  type MessageChoices,
  MessageLog,
  MessagePublisher,
  type MessageDraft,
  MessagesRepository,
  type MessageTemplate,
} from '../message-log/index.js';
import { assertTextFits, freshOutbox, OutboxService, ReplyWindows } from '../message-sending/index.js';
import { blankDraft } from './message-drafts.js';

/** A text that PetBuddy itself writes to a customer. */
export interface AutomaticMessage extends MessageChoices {
  readonly content: string;
  /** Names the message: a repeated call stores nothing new. */
  readonly client_id: string;
  /** Of a filled template; `content` is its text. */
  readonly template?: MessageTemplate;
}

/** A message of a flow, ready to be stored. */
export interface FlowMessage extends AutomaticMessage {
  readonly attachments: Attachment[];
  readonly bot: BotMark;
}

/** Sends messages of PetBuddy itself. Staff see them in the conversation as messages of the bot. */
@Injectable()
export class AutomaticMessagesService {
  private readonly logger = new Logger(AutomaticMessagesService.name);

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly channels: ChannelDirectory,
    private readonly windows: ReplyWindows,
    private readonly log: MessageLog,
    private readonly messages: MessagesRepository,
    private readonly publisher: MessagePublisher,
    private readonly outbox: OutboxService,
  ) {}

  /**
   * The conversation with the latest activity in which the customer has written and may be answered now; undefined if
   * there is none.
   */
  async findOpen(scope: CompanyScope, contactId: Types.ObjectId): Promise<Conversation | undefined> {
    return this.firstOpen(scope, await this.conversations.latestOf(scope, [contactId]));
  }

  /** The first of the conversations in which the customer has written and may be answered now. */
  async firstOpen(scope: CompanyScope, conversations: readonly Conversation[]): Promise<Conversation | undefined> {
    for (const conversation of conversations) if (await this.isOpen(scope, conversation)) return conversation;
    return undefined;
  }

  /** Whether the customer has written in the conversation, and its channel can send. Its window may be closed. */
  async isReachable(scope: CompanyScope, { platform, channel_id, inbound_count }: Conversation): Promise<boolean> {
    if (!inbound_count || !this.outbox.canSend(platform)) return false;
    const live = await this.channels.findLive(scope, platform);
    return live.some(({ _id, state }) => _id === channel_id?.toHexString() && state === 'live');
  }

  /** The conversation, if the customer has written in it and may be answered now. */
  async openOne(scope: CompanyScope, conversationId: Types.ObjectId): Promise<Conversation | undefined> {
    const conversation = await this.conversations.read(scope, conversationId);
    return conversation && (await this.isOpen(scope, conversation)) ? conversation : undefined;
  }

  find(scope: CompanyScope, conversationId: Types.ObjectId, clientId: string): Promise<Message | null> {
    return this.messages.findByClientId(scope, conversationId, clientId);
  }

  /**
   * Stores the message once and sends it in the background.
   * @param guard may refuse the message after everything before it is stored
   * @throws AppError NOT_FOUND | WINDOW_CLOSED | TEXT_TOO_LONG
   */
  async send(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    message: AutomaticMessage | FlowMessage,
    guard?: AppendGuard,
  ): Promise<Message> {
    const [known, conversation] = await Promise.all([
      this.find(scope, conversationId, message.client_id),
      this.conversations.getById(scope, conversationId),
    ]);
    if (known) return this.publishAgain(scope, known);
    const draft = automaticDraft(message, conversation, new Date());
    assertTextFits(conversation.platform, message.content);
    await this.windows.assertOpen(scope, conversation, draft);
    const { message: stored, isNew } = await this.log.append(scope, draft, guard);
    if (!isNew) return this.publishAgain(scope, stored);
    // A failure leaves the message in the outbox for the sweep.
    void this.outbox
      .send(scope, stored)
      .catch((error: unknown) => this.logger.warn(`${stored._id.toHexString()} is left to the sweep`, error));
    await this.publisher.publish(scope, stored, conversation);
    return stored;
  }

  private async publishAgain(scope: CompanyScope, stored: Message): Promise<Message> {
    if (stored.unpublished_since) await this.publisher.publishAgain(scope, stored);
    return stored;
  }

  private async isOpen(scope: CompanyScope, conversation: Conversation): Promise<boolean> {
    if (!(await this.isReachable(scope, conversation))) return false;
    try {
      await this.windows.assertOpen(scope, conversation, { author: BOT });
      return true;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return false;
      throw error;
    }
  }
}

const BOT = { kind: 'bot', id: null } as const;

function automaticDraft(message: AutomaticMessage | FlowMessage, conversation: Conversation, now: Date): MessageDraft {
  return {
    ...blankDraft(conversation, now),
    ...message,
    role: 'operator',
    direction: 'outbound',
    platform: conversation.platform,
    author: BOT,
    status: 'queued',
    outbox: freshOutbox(now),
  };
}
