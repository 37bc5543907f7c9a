import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AUTOMATION_TOPIC, IdentityResolver, isOptedOut } from '../../../customers/contacts/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { FixedAnswers } from './fixed-answers.service.js';

/** Remembers for each identity whether the customer wants automatic messages. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly identities: IdentityResolver,
    private readonly answers: FixedAnswers,
  ) {}

  /** A conversation has the `_id` of its identity. */
  async isOut(scope: CompanyScope, { _id }: Pick<Conversation, '_id'>): Promise<boolean> {
    return isOptedOut(await this.identities.get(scope, _id));
  }

  /** Says once how to undo it. May be repeated. */
  async record(scope: CompanyScope, conversation: Conversation, message: Message, isIn: boolean): Promise<void> {
    const choice = { topic: AUTOMATION_TOPIC, opted_in: isIn, at: message.created_at };
    await this.identities.recordOptIn(scope, conversation._id, choice);
    await this.answers.say(scope, conversation, isIn ? 'opted_in' : 'opted_out', `opt:${message._id.toHexString()}`);
  }
}
