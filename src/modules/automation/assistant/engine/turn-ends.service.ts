import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { type Evidence, paceOf } from '../../assistant-core/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { HandOffs, type Place } from '../../flow-runs/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn, TurnState } from '../schemas/assistant-turn.schema.js';
import { SuggestionsGateway } from '../suggestions/suggestions.gateway.js';
import type { Interruption } from './turn-watcher.service.js';

/** The pauses before the second and the third attempt. */
const RETRY_PAUSES_MS = [1_000, 5_000] as const;
/** A turn of a conversation that does not end is given to staff. */
export const MAX_ATTEMPTS = RETRY_PAUSES_MS.length + 1;
/** A newer message is read by flows first. */
const AFTER_INTERRUPTION_MS = 200;

type TurnEnd = Partial<AssistantTurn> & { readonly state: TurnState };

/** Stores the end of a turn, and what it leaves in the thread. Every call may be repeated after a crash. */
@Injectable()
export class TurnEnds {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly handOffs: HandOffs,
    private readonly suggestions: SuggestionsGateway,
  ) {}

  /** The draft is stored: it is sent later, shown to staff, or only kept. @param spentMs by this attempt */
  async drafted(place: Place, turn: AssistantTurn, spentMs: number): Promise<void> {
    const { draft, mode } = turn;
    if (!draft || draft.action === 'noop')
      return this.end(place, turn, { state: 'silent', reason: draft?.reason ?? null });
    if (mode === 'shadow') return this.end(place, turn, { state: 'compared' });
    if (mode === 'suggest') {
      await this.turns.outdateDrafts(place.scope, turn.conversation_id);
      await this.end(place, turn, { state: 'suggested', suggestion: OPEN });
      return this.suggestions.show(place.scope, turn);
    }
    const pace = draft.reason === 'emergency' ? 0 : paceOf(draft.text, spentMs);
    await this.turns.save(place.scope, turn, { state: 'typing', attempts: 0 });
    await this.threads.setDue(place.scope, turn.conversation_id, new Date(Date.now() + pace));
  }

  async end(place: Place, turn: AssistantTurn, end: TurnEnd): Promise<void> {
    await this.turns.save(place.scope, turn, { ...end, calling: null, ended_at: new Date() });
    crashPoint('assistant.ended');
    await this.finish(place, turn);
  }

  /** Stores in the thread what an ended turn leaves. */
  async finish({ scope }: Place, turn: AssistantTurn): Promise<void> {
    const { conversation_id, state, error_code } = turn;
    if (state === 'dropped' && error_code === 'NEWER_MESSAGE') {
      await this.threads.dropTurn(scope, turn);
      return this.threads.setDue(scope, conversation_id, new Date(Date.now() + AFTER_INTERRUPTION_MS));
    }
    await this.threads.finishTurn(scope, turn, state === 'sent' || state === 'handed_off');
    const thread = await this.threads.read(scope, conversation_id);
    if (thread?.pending.length === 0) return this.threads.rest(scope, conversation_id);
    const { debounce_ms } = await this.settings.of(scope);
    const last = thread?.last_message_at?.getTime() ?? 0;
    await this.threads.setDue(scope, conversation_id, new Date(Math.max(Date.now(), last + debounce_ms)));
  }

  /** Discards the draft: a newer message is answered together with those of the turn, and a person answers alone. */
  async interrupt(place: Place, turn: AssistantTurn, reason: Interruption | undefined): Promise<void> {
    await this.drop(place, turn, reason ?? 'STOPPED_BY_STAFF');
  }

  /** Says nothing to the customer. Staff are told what the turn has booked, moved or cancelled. */
  async drop(place: Place, turn: AssistantTurn, error_code: string): Promise<void> {
    if (turn.has_written && turn.draft?.evidence.some(({ kind }) => DONE.includes(kind))) {
      const { scope, conversation } = place;
      const key = `assistant-withheld:${turn._id.toHexString()}`;
      const line = { key, flow: null, cause: 'assistant_text_withheld', reason: turn.draft.text } as const;
      await this.handOffs.make(scope, conversation, line);
    }
    await this.end(place, turn, { state: 'dropped', error_code });
  }

  /** After an error; the last attempt gives up. */
  async retry(place: Place, turn: AssistantTurn): Promise<void> {
    const pause = RETRY_PAUSES_MS[turn.attempts - 1];
    if (pause === undefined) return this.giveUp(place, turn);
    if (turn.state === 'thinking') await this.turns.save(place.scope, turn, { state: 'waiting' });
    await this.threads.setDue(place.scope, turn.conversation_id, new Date(Date.now() + pause));
  }

  /** No attempt worked, or the process died in each: staff get the conversation, and the customer is told. */
  async giveUp(place: Place, turn: AssistantTurn): Promise<void> {
    if (turn.mode === 'auto') await this.callPerson(place, turn, 'assistant_fault');
    await this.end(place, turn, { state: 'failed', error_code: turn.error_code ?? 'INTERNAL_ERROR' });
  }

  /** There were far too many turns, so a program may answer at the other side. */
  async endLoop(place: Place, turn: AssistantTurn): Promise<void> {
    await this.callPerson(place, turn, 'assistant_no_progress');
    await this.end(place, turn, { state: 'handed_off', reason: 'no_progress' });
  }

  private async callPerson(
    { scope, conversation }: Place,
    { _id }: AssistantTurn,
    cause: 'assistant_fault' | 'assistant_no_progress',
  ): Promise<void> {
    const isOn = modeOf(await this.settings.of(scope), conversation.channel_id) === 'auto';
    const say = isOn ? await this.handOffs.textFor(scope, conversation) : undefined;
    await this.handOffs.make(scope, conversation, { key: `assistant:${_id.toHexString()}`, flow: null, cause, say });
  }
}

const DONE: readonly Evidence['kind'][] = ['booked', 'requested', 'moved', 'cancelled'];
const OPEN = { outcome: 'open', sent_text: null, user_id: null } as const;
