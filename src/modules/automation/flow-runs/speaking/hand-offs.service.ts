import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type Conversation, isSilenced } from '../../../inbox/conversations/index.js';
import type { EffectOutcome, StopReason } from '../../flow-core/index.js';
import type { Activation } from '../engine/activation.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { ConversationOwners } from './conversation-owners.service.js';
import { FixedAnswers } from './fixed-answers.service.js';
import { OptOuts } from './opt-outs.service.js';
import { isFailure } from './staff-line-texts.js';
import { type StaffLine, StaffLines } from './staff-lines.service.js';

/** The key also names the text for the customer. */
interface HandOff extends StaffLine {
  /** Absent: the customer need not be told. */
  readonly say?: 'person' | undefined;
}

/** Gives a conversation to staff: a line for them, the owner, and one text for the customer. */
@Injectable()
export class HandOffs {
  constructor(
    private readonly lines: StaffLines,
    private readonly owners: ConversationOwners,
    private readonly answers: FixedAnswers,
    private readonly optOuts: OptOuts,
  ) {}

  /** May be repeated with the same key. */
  async make(scope: CompanyScope, conversation: Conversation, handOff: HandOff): Promise<Conversation> {
    const { key, say } = handOff;
    await this.lines.add(scope, conversation, handOff);
    if (say) await this.answers.say(scope, conversation, say, key);
    return this.owners.giveToStaff(scope, conversation);
  }

  /** The action of a flow. */
  async of(activation: Activation, step: number, reason: string): Promise<EffectOutcome> {
    const { scope, run, hasSpoken } = activation;
    activation.conversation = await this.make(scope, activation.conversation, {
      key: keyOf(run, step),
      flow: run.flow_name,
      cause: 'asked_by_flow',
      reason,
      say: hasSpoken ? undefined : 'person',
    });
    return { ok: true };
  }

  async afterFailure(scope: CompanyScope, run: FlowRun, conversation: Conversation): Promise<void> {
    const { stop_reason, steps } = run.state;
    await this.make(scope, conversation, {
      key: keyOf(run, steps),
      flow: run.flow_name,
      cause: stop_reason !== null && isFailure(stop_reason) ? stop_reason : 'internal_error',
      say: isMessageLimit(stop_reason) ? undefined : await this.textFor(scope, conversation),
    });
  }

  /** After an error of PetBuddy, where no run has ended. @param work what it could not do */
  async afterFault(
    scope: CompanyScope,
    conversation: Conversation,
    work: { readonly key: string; readonly isEvent: boolean },
  ): Promise<void> {
    const { key, isEvent } = work;
    await this.make(scope, conversation, {
      key,
      flow: null,
      cause: isEvent ? 'event_fault' : 'message_fault',
      say: isEvent ? undefined : await this.textFor(scope, conversation),
    });
  }

  /** Undefined for a customer who is silent or whom a person answers already. */
  async textFor(scope: CompanyScope, conversation: Conversation): Promise<'person' | undefined> {
    if (isSilenced(conversation, new Date()) || (await this.optOuts.isOut(scope, conversation))) return undefined;
    return 'person';
  }
}

/** One more message would pass the limit. */
function isMessageLimit(reason: StopReason | null): boolean {
  return reason === 'too_many_messages' || reason === 'too_many_messages_today';
}

function keyOf({ _id }: FlowRun, step: number): string {
  return `${_id.toHexString()}:${step}`;
}
