import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import { type BotMark, type MessageContext, MessagesRepository } from '../../../inbox/message-log/index.js';
import { isStoppedByStaff, STOPPED_BY_STAFF } from '../../../inbox/message-sending/index.js';
import { FlowMessagesService } from '../../../inbox/messages/index.js';
import type { EffectOutcome, SentText } from '../../flow-core/index.js';
import type { Activation } from '../engine/activation.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';

/** Sends the messages of a run, and finds the button that a customer tapped. */
@Injectable()
export class RunMessages {
  constructor(
    private readonly sender: FlowMessagesService,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
  ) {}

  /** May be repeated: the run and the step name the message. @returns 'stopped' if a person has the conversation */
  async send(activation: Activation, step: number, message: SentText): Promise<EffectOutcome | 'stopped'> {
    const { scope, run, conversation } = activation;
    const { text, attachments, choices, list_button } = message;
    const name = `flow:${run._id.toHexString()}:${step}`;
    try {
      await this.sender.send(scope, conversation, {
        client_id: name,
        text,
        attachments,
        choices: choices.map((title, index) => ({ id: `${name}:${index + 1}`, title })),
        ...(list_button !== undefined && { list_button }),
        bot: markOf(run),
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      if (error.code === STOPPED_BY_STAFF.code) return 'stopped';
      return { ok: false, code: error.code, message: error.message };
    }
    activation.sentToday++;
    activation.hasSpoken = true;
    return { ok: true };
  }

  /** Whether a person has taken the conversation since the run last looked. */
  isTaken({ scope, run }: Pick<Activation, 'scope' | 'run'>): Promise<boolean> {
    const { conversations, messages } = this;
    const asked = { conversation_id: run.conversation_id, bot: markOf(run) };
    return isStoppedByStaff({ conversations, messages }, scope, asked);
  }
}

/** The number of the tapped button, if the run has sent it; it counts from 1. */
export function choiceOf(run: FlowRun, context: MessageContext | null): number | undefined {
  const [kind, runId, , number] = context?.button?.payload.split(':') ?? [];
  if (kind !== 'flow' || runId !== run._id.toHexString()) return undefined;
  const choice = Number(number);
  const { wait } = run.state;
  // A button of an older question may have another text.
  const label = wait?.kind === 'answer' ? wait.choices[choice - 1]?.label : undefined;
  return label !== undefined && label === (context?.button?.title ?? label) ? choice : undefined;
}

function markOf({ _id, seen_seq, owner_epoch }: FlowRun): BotMark {
  return { run_id: _id, seen_seq, owner_epoch };
}
