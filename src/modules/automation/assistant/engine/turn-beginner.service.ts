import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { isSilenced } from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import type { NoopReason } from '../../assistant-core/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { FlowClaims, OptOuts, type Place } from '../../flow-runs/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { TurnMode } from '../schemas/assistant-turn.schema.js';
import { inEpisode, newTurn } from './new-turn.js';
import { TurnDriver } from './turn-driver.service.js';

/** An older message is not answered any more. */
const MAX_MESSAGE_AGE_MS = 86_400_000;
const MAX_MESSAGES = 50;
/** How soon to look again, while flows have not read a message yet. */
const FLOWS_FIRST_MS = 300;
/** How soon to look again while a flow talks with the customer: soon at first, as most flows are short. */
const MIN_FLOW_WAIT_MS = 3_000;
const MAX_FLOW_WAIT_MS = 60_000;
/** A turn whose process died is due after this time; longer than the lease of a dead process lasts. */
export const RECOVERY_MS = 30_000;

/** Begins a turn over all messages that nobody has answered. */
@Injectable()
export class TurnBeginner {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly claims: FlowClaims,
    private readonly optOuts: OptOuts,
    private readonly history: MessageHistoryRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly driver: TurnDriver,
  ) {}

  async begin(place: Place, thread: AssistantThread): Promise<void> {
    const { scope, lease, conversation } = place;
    const { _id, handled_seq, pending } = thread;
    const [claim, settings] = await Promise.all([this.claims.of(scope, _id), this.settings.of(scope)]);
    const since = new Date(Date.now() - MAX_MESSAGE_AGE_MS);
    const after = Math.min(claim.taken_seq, ...pending.map((seq) => seq - 1));
    const all = await this.history.ofCustomerAfter(scope, _id, after, since, MAX_MESSAGES);
    // Flows read each message first: it may be an emergency, or a keyword of theirs.
    if (all.some(({ seq }) => seq > claim.taken_seq))
      return this.threads.setDue(scope, _id, new Date(Date.now() + FLOWS_FIRST_MS));
    const messages = all.filter(({ seq }) => pending.includes(seq) && seq > handled_seq);
    const mode = modeOf(settings, conversation.channel_id);
    if (messages.length === 0 || mode === 'off') return this.skip(place, thread);
    if (claim.is_active) return this.threads.setDue(scope, _id, new Date(Date.now() + waitForFlow(thread)));
    const silence = await this.silenceOf(place, mode);
    const known = inEpisode(thread, conversation, mode, messages);
    const turn = newTurn(place, known, {
      mode,
      messages,
      heard_seq: all.at(-1)?.seq ?? 0,
      prompt_number: settings.prompt_number,
    });
    const begun = { ...known, turn_id: turn._id, fence: lease.fence };
    await this.threads.beginTurn(scope, begun, new Date(Date.now() + RECOVERY_MS));
    crashPoint('assistant.begun');
    await this.turns.insert(scope, turn);
    if (silence) return this.driver.stayed(place, turn, silence);
    return this.driver.run(place, begun, turn);
  }

  /** The messages are removed or too old, or staff answer them because the assistant is off. */
  private async skip({ scope }: Place, { _id, pending }: AssistantThread): Promise<void> {
    await this.threads.skip(scope, _id, Math.max(0, ...pending));
    await this.threads.rest(scope, _id);
  }

  /** Staff get drafts also where the customer must not hear from the assistant. */
  private async silenceOf({ scope, conversation }: Place, mode: TurnMode): Promise<NoopReason | null> {
    if (conversation.automation === 'off') return 'automation_off';
    if (mode !== 'auto') return null;
    if (await this.optOuts.isOut(scope, conversation)) return 'opted_out';
    return isSilenced(conversation, new Date()) ? 'staff_answers' : null;
  }
}

/** The messages wait until the flow has ended. @returns milliseconds */
function waitForFlow({ last_message_at }: AssistantThread): number {
  const waited = Date.now() - (last_message_at?.getTime() ?? 0);
  return Math.min(Math.max(MIN_FLOW_WAIT_MS, waited), MAX_FLOW_WAIT_MS);
}
