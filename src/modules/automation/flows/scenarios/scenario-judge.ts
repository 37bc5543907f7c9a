import type { Simulation } from '../../flow-core/index.js';
import type { ScenarioExpectation } from './flow-scenario.schema.js';

/** A scenario that the flow did not pass, with a sentence for each difference. */
export interface FailedScenario {
  readonly _id: string;
  readonly name: string;
  readonly failures: readonly string[];
}

/** The differences between what was expected and what happened; empty: the scenario passes. */
export function failuresOf(expected: ScenarioExpectation, played: Simulation): string[] {
  const { stop_reason, must_visit = [], says = [] } = expected;
  const visited = new Set(played.path.map(({ node_id }) => node_id));
  const said = played.transcript.filter(({ from }) => from === 'flow').map(({ text }) => text);
  const failures = must_visit.filter((id) => !visited.has(id)).map((id) => `The node ${id} was not reached`);
  for (const text of says) {
    if (!said.some((one) => one.includes(text))) failures.push(`The flow did not say "${text}"`);
  }
  if (stop_reason !== undefined && stop_reason !== played.stop_reason) {
    failures.push(`The end is ${played.stop_reason ?? 'a wait'}, but ${stop_reason ?? 'a wait'} is expected`);
  }
  return failures;
}
