import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import type { Effect, ModelAnswer, Outcome, ToolCall, ToolOutcome } from '../../assistant-core/index.js';
import { type ToolRun, TurnToolsService } from '../../assistant-facts/index.js';
import { AssistantSpend, ModelBudget } from '../../assistant-setup/index.js';
import type { Place } from '../../flow-runs/index.js';
import { RetrieverService } from '../../knowledge/index.js';
import { LanguageModels, type ModelReply } from '../../language-models/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import { pretended, type WritingCall } from '../dry/dry-turn.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

/** The longest time of one call of the model, so that a turn has time for a second one. */
const CALL_MS = 9_000;

/** How long an effect may take. */
interface EffectLimits {
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds of the end of the turn. */
  readonly endsBy: number;
}

/** Runs the effects of turns, and stores their outcomes before the turn goes on. */
@Injectable()
export class TurnEffects {
  constructor(
    private readonly tools: TurnToolsService,
    private readonly retriever: RetrieverService,
    private readonly models: LanguageModels,
    private readonly budget: ModelBudget,
    private readonly spend: AssistantSpend,
    private readonly turns: AssistantTurnsRepository,
  ) {}

  /** @returns undefined if the signal ended it */
  async run(place: Place, turn: AssistantTurn, effect: Effect, limits: EffectLimits): Promise<Outcome | undefined> {
    if (effect.kind === 'tool') return this.tool(place, turn, effect.call);
    const outcome =
      effect.kind === 'retrieve'
        ? await this.retrieved(place, effect)
        : await this.asked(place, turn, effect.request, limits);
    if (!outcome) return undefined;
    const { tokens, cents, notice } = turn;
    await this.turns.save(place.scope, turn, { outcomes: [...turn.outcomes, outcome], tokens, cents, notice });
    return outcome;
  }

  /** The turn and the place of the call name it, so that a repetition after a crash finds what it did. */
  private async tool({ scope }: Place, turn: AssistantTurn, call: ToolCall): Promise<Outcome> {
    const place = turn.outcomes.length;
    if (turn.mode !== 'auto' && call.name !== 'find_slots')
      return this.keep(scope, turn, { outcome: drafted(call, turn) });
    const has_written = turn.has_written || isWrite(call);
    await this.turns.save(scope, turn, { calling: place, has_written });
    crashPoint('assistant.calling');
    const { conversation_id, contact_id, aliases, offers, facts } = turn;
    const run = await this.tools.run(
      scope,
      {
        key: `assistant:${turn._id.toHexString()}:${place}`,
        conversation_id,
        contact_id,
        message_id: turn.messages.at(-1)?.message_id ?? null,
        aliases,
        offers,
        told: facts ?? NOTHING_TOLD,
      },
      call,
    );
    crashPoint('assistant.called');
    return this.keep(scope, turn, run);
  }

  private async keep(
    scope: Place['scope'],
    turn: AssistantTurn,
    { outcome: result, offers = turn.offers, changed }: ToolRun,
  ): Promise<Outcome> {
    const outcome = { kind: 'tool', outcome: result } as const;
    const kept = {
      outcomes: [...turn.outcomes, outcome],
      calling: null,
      offers: [...offers],
      changes: [...(turn.changes ?? []), ...(changed ? [changed] : [])],
    };
    await this.turns.save(scope, turn, kept);
    return outcome;
  }

  private async retrieved(
    { scope }: Place,
    { query, language }: Extract<Effect, { kind: 'retrieve' }>,
  ): Promise<Outcome> {
    const { snippets } = await this.retriever.search(scope, { query, language });
    return { kind: 'retrieved', snippets: snippets.map(({ id, title, text, score }) => ({ id, title, text, score })) };
  }

  private async asked(
    { scope, lease }: Place,
    turn: AssistantTurn,
    request: Extract<Effect, { kind: 'model' }>['request'],
    { signal, endsBy }: EffectLimits,
  ): Promise<Outcome | undefined> {
    const [model, notice] = await Promise.all([this.models.of(scope), this.budget.noticeOf(scope, turn)]);
    if (notice) turn.notice = notice;
    if (notice || !model) return failed(notice ? 'BUDGET_SPENT' : 'MODEL_MISSING');
    const left = endsBy - Date.now();
    if (left <= 0) return failed('TIMED_OUT');
    const timeout = AbortSignal.timeout(Math.min(CALL_MS, left));
    const reply = await model.ask(request, AbortSignal.any([signal, lease.signal, timeout]));
    if (lease.signal.aborted) throw new Error('the lock of the conversation is lost');
    await this.count(scope, turn, reply);
    if (signal.aborted) return undefined;
    return { kind: 'model', answer: reply.answer };
  }

  private async count(scope: Place['scope'], turn: AssistantTurn, { tokens, cents }: ModelReply): Promise<void> {
    const { input, output } = tokens;
    turn.tokens = { input: turn.tokens.input + input, output: turn.tokens.output + output };
    turn.cents += cents;
    await this.spend.add(scope, turn.conversation_id, { input, output, cents });
  }
}

/** Storing a fact twice does no harm, so the turn may still start again. */
export function isWrite({ name }: ToolCall): boolean {
  return name !== 'find_slots' && name !== 'upsert_pet_fact';
}

function failed(code: string): Outcome {
  const answer: ModelAnswer = { ok: false, code };
  return { kind: 'model', answer };
}

/** A draft for staff changes nothing: the customer has not got the question yet. */
function drafted(call: WritingCall, { facts, aliases, offers }: AssistantTurn): ToolOutcome {
  const isPretended = call.name === 'hold_slot' || call.name === 'upsert_pet_fact';
  return isPretended && facts ? pretended(call, { facts, aliases, offers }) : ONLY_STAFF;
}

/** Without facts no change is made. */
const NOTHING_TOLD = { now: new Date(0).toISOString(), appointments: [] };
const ONLY_STAFF: ToolOutcome = {
  ok: false,
  code: 'NOT_ALLOWED',
  message: 'Only staff may do this while the assistant makes drafts',
};
