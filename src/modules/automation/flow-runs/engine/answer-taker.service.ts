import { Injectable } from '@nestjs/common';
import type { Message } from '../../../inbox/message-log/index.js';
import { pickChoice } from '../../flow-core/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { choiceOf } from '../speaking/run-messages.service.js';
import type { Activation } from './activation.js';
import { Activations, type Place } from './activations.service.js';
import { RunDriver } from './run-driver.service.js';

/** Gives a customer's message to the run that waits for an answer. */
@Injectable()
export class AnswerTaker {
  constructor(
    private readonly activations: Activations,
    private readonly driver: RunDriver,
  ) {}

  /**
   * @param isNamed the message is the keyword of another flow: the run takes it only as one of its choices
   * @returns whether the run took it
   */
  async take(place: Place, run: FlowRun, message: Message, isNamed: boolean): Promise<boolean> {
    if (run.state.wait?.kind !== 'answer') return false;
    const choice = choiceOf(run, message.context);
    if (isNamed && choice === undefined && !isChoice(run, message.content)) return false;
    const activation = await this.activations.ofStored(place, run, message.content);
    const answer = { kind: 'answer', text: message.content, ...(choice !== undefined && { choice }) } as const;
    const { handled_seq, answers, chain } = run;
    run.handled_seq = Math.max(handled_seq, message.seq);
    run.answers = [...answers, { message_id: message._id, variable: variableOf(activation) }];
    // A chain of flows is counted from the customer's last message.
    run.chain = 0;
    const isTaken = await this.driver.advance(activation, answer, message.created_at);
    if (!isTaken) Object.assign(run, { handled_seq, answers, chain });
    return isTaken;
  }
}

/** The variable that the waiting question sets. */
function variableOf({ flow, run }: Activation): string | null {
  const node = flow.nodes.get(run.state.node_id);
  return node?.type === 'ask' ? node.data.variable : null;
}

/** Whether the text is one of the choices of the question. Any other text may have a way on there, but is no choice. */
function isChoice({ state: { wait } }: FlowRun, text: string): boolean {
  return wait?.kind === 'answer' && pickChoice(wait.choices, text) !== null;
}
