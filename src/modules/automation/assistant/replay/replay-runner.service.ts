import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Draft, Effect, Outcome } from '../../assistant-core/index.js';
import { DryModel, type DryUsage } from '../dry/dry-model.service.js';
import { runTurn } from '../dry/dry-turn.js';
import { NO_STORED_ANSWER, StoredOutcomes } from './replay-turn.js';
import type { ReplayableTurn } from './replayed-turns.repository.js';

export interface ReplayedTurn {
  readonly draft: Draft;
  readonly failure: string | null;
  /** US cents. */
  readonly cents: number;
}

/** Runs one turn again with another prompt. Tools and passages answer as they did then; only the model is asked. */
@Injectable()
export class ReplayRunner {
  constructor(private readonly model: DryModel) {}

  async run(scope: CompanyScope, turn: ReplayableTurn, persona: string, signal: AbortSignal): Promise<ReplayedTurn> {
    const stored = new StoredOutcomes(turn);
    const usage: DryUsage = { cents: 0, failure: null };
    const outcomeOf = async (effect: Effect): Promise<Outcome> => {
      if (effect.kind === 'model')
        return { kind: 'model', answer: await this.model.ask(scope, effect.request, usage, signal) };
      if (effect.kind === 'retrieve') return stored.ofSearch(effect.query);
      const outcome = stored.ofTool(effect.call);
      if (outcome.kind === 'tool' && !outcome.outcome.ok && outcome.outcome.code === NO_STORED_ANSWER)
        usage.failure ??= NO_STORED_ANSWER;
      return outcome;
    };
    const { facts, before } = turn;
    const { draft } = await runTurn({ facts, before, model: { persona }, outcomes: [] }, outcomeOf);
    return { draft, failure: usage.failure, cents: usage.cents };
  }
}
