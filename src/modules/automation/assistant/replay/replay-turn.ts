import { isDeepStrictEqual } from 'node:util';
import { type Effect, type Outcome, step, type ToolCall } from '../../assistant-core/index.js';
import type { ReplayableTurn } from './replayed-turns.repository.js';

/** The code of a tool call that the turn did not make, so nobody knows what it would have found. */
export const NO_STORED_ANSWER = 'NO_STORED_ANSWER';

interface Stored {
  readonly effect: Effect;
  readonly outcome: Outcome;
}

/** What a turn has asked outside, and what it got. */
export class StoredOutcomes {
  private readonly stored: readonly Stored[];

  constructor({ facts, before, model, outcomes }: ReplayableTurn) {
    this.stored = effectsOf({ facts, before, model, outcomes });
  }

  /** By name and arguments. */
  ofTool(call: ToolCall): Outcome {
    const same = this.stored.find(
      ({ effect }) =>
        effect.kind === 'tool' && effect.call.name === call.name && isDeepStrictEqual(effect.call.args, call.args),
    );
    if (same) return same.outcome;
    const message = 'The turn has not made this call, so its result is not known';
    return { kind: 'tool', outcome: { ok: false, code: NO_STORED_ANSWER, message } };
  }

  /** The passages of the same question, else of any. */
  ofSearch(query: string): Outcome {
    const searches = this.stored.filter(({ effect }) => effect.kind === 'retrieve');
    const same = searches.find(({ effect }) => effect.kind === 'retrieve' && effect.query === query);
    return (same ?? searches[0])?.outcome ?? { kind: 'retrieved', snippets: [] };
  }
}

/** Stored outcomes do not name their effects, so the core runs again to find them. */
function effectsOf({
  outcomes,
  ...start
}: Pick<ReplayableTurn, 'facts' | 'before' | 'model' | 'outcomes'>): readonly Stored[] {
  const stored: Stored[] = [];
  let result = step({ ...start, outcomes: [] }, { kind: 'start' });
  for (const outcome of outcomes) {
    if (result.done || !fits(result.effect, outcome)) break;
    stored.push({ effect: result.effect, outcome });
    result = step(result.state, outcome);
  }
  return stored;
}

/** False if the core has changed. */
function fits(effect: Effect, outcome: Outcome): boolean {
  return outcome.kind === (effect.kind === 'retrieve' ? 'retrieved' : effect.kind);
}
