import { Injectable } from '@nestjs/common';
import { CustomerAnswers } from '../../../inbox/messages/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { escapeOf, isEmergency, type StopReason } from '../../flow-core/index.js';
import { Emergencies } from '../speaking/emergencies.service.js';
import { OptOuts } from '../speaking/opt-outs.service.js';
import type { Place } from './activations.service.js';

/** `stopped`: the run must end; `answered`: the message was the answer to another question; `open`: flows may have it. */
export type FirstCheck =
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'answered' }
  | { readonly kind: 'open'; readonly isOptedOut: boolean };

/** The checks that come before flows, also when staff have the conversation. */
@Injectable()
export class FirstChecks {
  constructor(
    private readonly optOuts: OptOuts,
    private readonly emergencies: Emergencies,
    private readonly answers: CustomerAnswers,
  ) {}

  /** May be repeated after a crash. */
  async of({ scope, conversation }: Place, message: Message): Promise<FirstCheck> {
    const escape = escapeOf(message.content);
    const isOptedOut = await this.optOuts.isOut(scope, conversation);
    if (escape === 'opt_out' || (escape === 'opt_in' && isOptedOut)) {
      await this.optOuts.record(scope, conversation, message, escape === 'opt_in');
      return { kind: 'stopped', reason: 'customer_opted_out' };
    }
    if (isEmergency(message.content)) {
      await this.emergencies.raise(scope, conversation, message);
      return { kind: 'stopped', reason: 'emergency' };
    }
    if (await this.answers.take(scope, conversation, message)) return { kind: 'answered' };
    return { kind: 'open', isOptedOut };
  }
}
