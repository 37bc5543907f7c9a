import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository, isTakenSince } from '../conversations/index.js';
import { type BotMark, type Message, MessagesRepository } from '../message-log/index.js';
import type { SendFailure } from './message-sender.js';
import { AUTOMATION_OFF, STOPPED_BY_STAFF } from './send-failures.js';

export type BotMessage = Pick<Message, 'conversation_id'> & { readonly bot: BotMark };

/** @returns why the message must not be sent; null if it may be */
export type BotMessageCheck = (scope: CompanyScope, message: BotMessage) => Promise<SendFailure | null>;

/**
 * Says whether a message of a flow may still be sent. It is asked when the message is stored, and again right before
 * each call to the provider. What it cannot know, modules of automation answer, which register in `onModuleInit`.
 */
@Injectable()
export class BotMessageGuard {
  private readonly checks: BotMessageCheck[] = [];

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
  ) {}

  register(check: BotMessageCheck): void {
    this.checks.push(check);
  }

  /** Null for a message that no flow has written. */
  async whyStopped(
    scope: CompanyScope,
    { bot, conversation_id }: Pick<Message, 'bot' | 'conversation_id'>,
  ): Promise<SendFailure | null> {
    if (!bot) return null;
    const message = { bot, conversation_id };
    const checks = [this.ofStaff(scope, message), ...this.checks.map((check) => check(scope, message))];
    return (await Promise.all(checks)).find((failure) => failure !== null) ?? null;
  }

  private async ofStaff(scope: CompanyScope, { bot, conversation_id }: BotMessage): Promise<SendFailure | null> {
    const [conversation, answer] = await Promise.all([
      this.conversations.read(scope, conversation_id),
      // The answer is stored before the owner of the conversation changes.
      this.messages.newerReply(scope, conversation_id, bot.seen_seq),
    ]);
    if (answer || !conversation) return STOPPED_BY_STAFF;
    if (!isTakenSince(conversation, bot.owner_epoch)) return null;
    return conversation.automation === 'off' ? AUTOMATION_OFF : STOPPED_BY_STAFF;
  }
}
