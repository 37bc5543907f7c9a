import { Injectable, Logger } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import type { Place } from '../../flow-runs/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { Summaries } from '../memory/summaries.service.js';
import { MAX_ATTEMPTS, TurnEnds } from '../engine/turn-ends.service.js';
import { TurnWatcher } from '../engine/turn-watcher.service.js';
import { partId, type SentPart, TurnMessages } from './turn-messages.service.js';
import { TurnClosing } from './turn-closing.service.js';

/** Refusals that mean: nobody wants the message any more. */
const STOPPED = ['STOPPED_BY_STAFF', 'AUTOMATION_OFF', 'CUSTOMER_OPTED_OUT', 'ASSISTANT_OFF'];

/** Sends a draft when its time has come, unless something has happened meanwhile. */
@Injectable()
export class TurnSender {
  private readonly logger = new Logger(TurnSender.name);

  constructor(
    private readonly automatic: AutomaticMessagesService,
    private readonly messages: TurnMessages,
    private readonly closing: TurnClosing,
    private readonly watcher: TurnWatcher,
    private readonly turns: AssistantTurnsRepository,
    private readonly ends: TurnEnds,
    private readonly summaries: Summaries,
  ) {}

  /** May be repeated: the turn names its messages. */
  async send(place: Place, thread: AssistantThread, turn: AssistantTurn): Promise<void> {
    const { scope } = place;
    if (turn.attempts >= MAX_ATTEMPTS) return this.ends.giveUp(place, turn);
    // What a crash interrupted is finished: the customer has a part of it.
    const isBegun = (await this.automatic.find(scope, turn.conversation_id, partId(turn, 1))) !== null;
    const reason = isBegun ? undefined : await this.watcher.interruptionOf(place, turn, thread.restarts);
    if (reason) return this.ends.interrupt(place, turn, reason);
    await this.turns.save(scope, turn, { attempts: turn.attempts + 1 });
    try {
      await this.say(place, turn);
    } catch (error) {
      if (place.lease.signal.aborted) throw error;
      this.logger.error(`could not send turn ${turn._id.toHexString()}`, error);
      await this.ends.retry(place, turn);
    }
  }

  private async say(place: Place, turn: AssistantTurn): Promise<void> {
    let sent: readonly SentPart[];
    try {
      sent = await this.messages.send(place, turn);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return this.refused(place, turn, error.code);
    }
    crashPoint('assistant.said');
    await this.closing.close(place, turn);
    const state = turn.draft?.action === 'handoff' ? 'handed_off' : 'sent';
    const dialogue = withQuestionAt(turn.dialogue, sent.at(-1)?.seq);
    await this.ends.end(place, turn, { state, dialogue, message_ids: sent.map(({ _id }) => _id) });
    await this.summaries.request(place.scope, turn);
  }

  private async refused(place: Place, turn: AssistantTurn, code: string): Promise<void> {
    if (STOPPED.includes(code)) return this.ends.drop(place, turn, code);
    await this.closing.notSent(place, turn);
    await this.ends.end(place, turn, { state: 'failed', error_code: code });
  }
}

/** A message that came before the question was shown is no answer to it. */
function withQuestionAt(dialogue: AssistantTurn['dialogue'], shown_seq: number | undefined): AssistantTurn['dialogue'] {
  if (!dialogue?.pending || shown_seq === undefined) return dialogue;
  return { ...dialogue, pending: { ...dialogue.pending, shown_seq } };
}
