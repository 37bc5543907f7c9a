import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { SystemLinesService } from '../../../inbox/messages/index.js';
import type { EffectOutcome } from '../../flow-core/index.js';
import type { Activation } from '../engine/activation.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { ConversationOwners } from './conversation-owners.service.js';
import { FixedAnswers } from './fixed-answers.service.js';

interface HandOff {
  /** Names the hand-off, so that it happens once. */
  readonly key: string;
  /** The name of the flow; null if no flow was active. */
  readonly flow: string | null;
  /** For staff. */
  readonly reason: string;
  /** Absent: the flow has told the customer. */
  readonly say?: 'person';
}

const FAILED = 'The flow could not go on';

/** Gives a conversation to staff: a line for them, the owner, and one text for the customer. */
@Injectable()
export class HandOffs {
  constructor(
    private readonly lines: SystemLinesService,
    private readonly owners: ConversationOwners,
    private readonly answers: FixedAnswers,
  ) {}

  /** May be repeated with the same key. */
  async make(scope: CompanyScope, conversation: Conversation, handOff: HandOff): Promise<Conversation> {
    const { key, say } = handOff;
    await this.addLine(scope, conversation, handOff);
    if (say) await this.answers.say(scope, conversation, say, key);
    return this.owners.giveToStaff(scope, conversation);
  }

  /** The action of a flow. */
  async of(activation: Activation, step: number, reason: string): Promise<EffectOutcome> {
    const { scope, run, hasSpoken } = activation;
    const handOff = {
      key: keyOf(run, step),
      flow: run.flow_name,
      reason,
      ...(!hasSpoken && { say: 'person' as const }),
    };
    activation.conversation = await this.make(scope, activation.conversation, handOff);
    return { ok: true };
  }

  async afterFailure(scope: CompanyScope, run: FlowRun, conversation: Conversation): Promise<void> {
    const reason = `${FAILED}: ${run.state.stop_reason}`;
    await this.make(scope, conversation, {
      key: keyOf(run, run.state.steps),
      flow: run.flow_name,
      reason,
      say: 'person',
    });
  }

  private async addLine(
    scope: CompanyScope,
    conversation: Conversation,
    { key, flow, reason }: HandOff,
  ): Promise<void> {
    const { channel_id, platform } = conversation;
    if (!channel_id) return;
    const who =
      flow === null ? 'PetBuddy gave the conversation to staff' : `The flow “${flow}” gave the conversation to staff`;
    await this.lines.add(scope, { _id: channel_id.toHexString(), platform }, conversation, {
      external_id: `hand-off:${key}`,
      at: new Date(),
      content: reason ? `${who}: ${reason}` : who,
      context: { hand_off: { flow, reason } },
    });
  }
}

function keyOf({ _id }: FlowRun, step: number): string {
  return `${_id.toHexString()}:${step}`;
}
