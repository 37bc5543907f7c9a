import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { BotMark, MessageContext } from '../../../inbox/message-log/index.js';
import { BotMessageGuard } from '../../../inbox/message-sending/index.js';
import { FlowMessagesService } from '../../../inbox/messages/index.js';
import type { EffectOutcome, SentText, StopReason } from '../../flow-core/index.js';
import type { Activation, Stopped } from '../engine/activation.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { stopReasonOf } from './speaking-rights.service.js';

/** Sends the messages of a run, and finds the button that a customer tapped. */
@Injectable()
export class RunMessages {
  constructor(
    private readonly sender: FlowMessagesService,
    private readonly guard: BotMessageGuard,
  ) {}

  /** May be repeated: the run and the step name the message. */
  async send(activation: Activation, step: number, message: SentText): Promise<EffectOutcome | Stopped> {
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
      const stopped = stopReasonOf(error.code);
      if (stopped) return { stopped };
      return { ok: false, code: error.code, message: error.message };
    }
    activation.sentToday++;
    activation.hasSpoken = true;
    return { ok: true };
  }

  /** Why the run must not go on, although it has not noticed yet. */
  async whyStopped({ scope, run }: Pick<Activation, 'scope' | 'run'>): Promise<StopReason | undefined> {
    const { conversation_id } = run;
    return stopReasonOf((await this.guard.whyStopped(scope, { conversation_id, bot: markOf(run) }))?.code);
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
