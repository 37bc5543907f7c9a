import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { IdentityResolver } from '../../../customers/contacts/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { FixedAnswers } from './fixed-answers.service.js';

const TOPIC = 'automation';

/** Remembers for each identity whether the customer wants automatic messages. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly identities: IdentityResolver,
    private readonly answers: FixedAnswers,
  ) {}

  /** A conversation has the `_id` of its identity. */
  async isOut(scope: CompanyScope, { _id }: Pick<Conversation, '_id'>): Promise<boolean> {
    const { opt_ins } = await this.identities.get(scope, _id);
    return opt_ins.some(({ topic, opted_in }) => topic === TOPIC && !opted_in);
  }

  /** Says once how to undo it. May be repeated. */
  async record(scope: CompanyScope, conversation: Conversation, message: Message, isIn: boolean): Promise<void> {
    const choice = { topic: TOPIC, opted_in: isIn, at: message.created_at };
    await this.identities.recordOptIn(scope, conversation._id, choice);
    await this.answers.say(scope, conversation, isIn ? 'opted_in' : 'opted_out', `opt:${message._id.toHexString()}`);
  }
}
