import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Conversation } from '../conversations/index.js';
import type { Message } from '../message-log/index.js';

/** Takes answers to questions that PetBuddy has asked customers, such as which of three times suits. */
export interface CustomerAnswerTaker {
  /** Whether a customer of the company may still answer a question. Cheap: it is asked for each message. */
  isExpecting(scope: CompanyScope): Promise<boolean>;
  /**
   * Runs under the lock of the conversation (`automation:<id>`), also when staff have the conversation. May be repeated
   * with the same message after a crash. An error lets the message be tried again.
   * @returns true if the message is an answer; nobody else gets it then
   */
  take(scope: CompanyScope, conversation: Conversation, message: Message): Promise<boolean>;
}

/**
 * Hands customer messages to those who have asked something. Modules register in `onModuleInit`. Before a question goes out,
 * its module stores what makes `isExpecting` true and emits `answers.expected`.
 */
@Injectable()
export class CustomerAnswers {
  private readonly takers: CustomerAnswerTaker[] = [];

  register(taker: CustomerAnswerTaker): void {
    this.takers.push(taker);
  }

  /** Whether messages of the company have to be read for a question, also without a live flow. */
  async isExpecting(scope: CompanyScope): Promise<boolean> {
    for (const taker of this.takers) if (await taker.isExpecting(scope)) return true;
    return false;
  }

  /** The first taker that says true wins. */
  async take(scope: CompanyScope, conversation: Conversation, message: Message): Promise<boolean> {
    for (const taker of this.takers) if (await taker.take(scope, conversation, message)) return true;
    return false;
  }
}
