import { Injectable, Logger } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { CustomerTyping } from '../../../inbox/message-sending/index.js';
import { type Effect, type NoopReason, type StepInput, type StepResult, step } from '../../assistant-core/index.js';
import type { Place } from '../../flow-runs/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { OldDrafts } from '../suggestions/old-drafts.service.js';
import { isWrite, TurnEffects } from './turn-effects.service.js';
import { MAX_ATTEMPTS, TurnEnds } from './turn-ends.service.js';
import { TurnLoader } from './turn-loader.service.js';
import { TurnWatcher, type Watch } from './turn-watcher.service.js';

const HOUR_MS = 3_600_000;
/** No person writes so much. */
const MAX_TURNS_PER_HOUR = 60;
/** The longest time of one attempt, with all calls of the model. */
const TURN_MS = 20_000;

/** Thinks: runs the core of the assistant until it has a draft. */
@Injectable()
export class TurnDriver {
  private readonly logger = new Logger(TurnDriver.name);

  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly loader: TurnLoader,
    private readonly effects: TurnEffects,
    private readonly watcher: TurnWatcher,
    private readonly typing: CustomerTyping,
    private readonly drafts: OldDrafts,
    private readonly ends: TurnEnds,
  ) {}

  /** Begins the turn, or goes on from its stored outcomes after a crash. */
  async run(place: Place, thread: AssistantThread, turn: AssistantTurn): Promise<void> {
    if (turn.attempts >= MAX_ATTEMPTS) return this.ends.giveUp(place, turn);
    if (await this.isLoop(place, turn)) return this.ends.endLoop(place, turn);
    await this.turns.save(place.scope, turn, { state: 'thinking', attempts: turn.attempts + 1 });
    if (turn.mode === 'auto') void this.typing.show(place.scope, place.conversation);
    else await this.drafts.settle(place.scope, turn.conversation_id);
    const watch = this.watcher.start(place, turn, thread.restarts);
    try {
      await this.think(place, thread, turn, watch);
    } catch (error) {
      if (place.lease.signal.aborted) throw error;
      const id = turn._id.toHexString();
      this.logger.error(`attempt ${turn.attempts} of ${MAX_ATTEMPTS} at turn ${id} has failed`, error);
      await this.ends.retry(place, turn);
    } finally {
      watch.stop();
    }
  }

  /** Two programs that answer each other would go on for ever. */
  private async isLoop({ scope }: Place, { mode, attempts, conversation_id }: AssistantTurn): Promise<boolean> {
    if (mode !== 'auto' || attempts > 0) return false;
    return this.turns.hasSince(scope, conversation_id, new Date(Date.now() - HOUR_MS), MAX_TURNS_PER_HOUR);
  }

  /** Says nothing, and stores why. */
  async stayed(place: Place, turn: AssistantTurn, reason: NoopReason): Promise<void> {
    await this.ends.end(place, turn, { state: 'silent', reason });
  }

  private async think(place: Place, thread: AssistantThread, turn: AssistantTurn, watch: Watch): Promise<void> {
    const began = Date.now();
    const result = await this.steps(place, thread, turn, watch, began + TURN_MS);
    if (!result) return this.ends.interrupt(place, turn, watch.reason);
    const { draft, dialogue, trace } = result;
    await this.turns.save(place.scope, turn, { draft, dialogue, trace });
    crashPoint('assistant.drafted');
    await this.ends.drafted(place, turn, Date.now() - began);
  }

  /** @returns undefined if something happened in the conversation that makes the turn useless */
  private async steps(
    place: Place,
    thread: AssistantThread,
    turn: AssistantTurn,
    watch: Watch,
    endsBy: number,
  ): Promise<Extract<StepResult, { done: true }> | undefined> {
    const facts = turn.facts ?? (await this.loader.load(place, thread, turn));
    const start = { facts, before: turn.before, model: turn.model, outcomes: turn.outcomes };
    let result = step(start, START);
    while (!result.done) {
      if (isFirstWrite(turn, result.effect)) watch.reason ??= await this.watcher.interruptionOf(place, turn, 0);
      if (watch.reason && !turn.has_written) return undefined;
      const outcome = await this.effects.run(place, turn, result.effect, { signal: watch.signal, endsBy });
      if (!outcome) return undefined;
      result = step(result.state, outcome);
    }
    return watch.reason && !turn.has_written ? undefined : result;
  }
}

/** A call that a crash has interrupted is repeated, because it may have been done. */
function isFirstWrite({ mode, has_written, calling }: AssistantTurn, effect: Effect): boolean {
  return mode === 'auto' && !has_written && calling === null && effect.kind === 'tool' && isWrite(effect.call);
}

const START: StepInput = { kind: 'start' };
