import type { StopReason } from '../runs/run-types.ts';
import type { ScenarioExpectation, Simulation } from './simulation-types.ts';

/** One thing that a flow did not do in a scenario. */
export type ScenarioFailure =
  | { kind: 'not_visited'; nodeId: string }
  | { kind: 'not_said'; text: string }
  | { kind: 'ended'; expected: StopReason | null; actual: StopReason | null };

/** What a played scenario lacks, as the API judges it, but without sentences of one language. */
export function failuresOf(
  expected: ScenarioExpectation,
  { path, transcript, stop_reason }: Simulation,
): ScenarioFailure[] {
  const visited = new Set(path.map(({ node_id }) => node_id));
  const said = transcript.filter(({ from }) => from === 'flow').map(({ text }) => text);
  const notVisited = (expected.must_visit ?? []).filter((id) => !visited.has(id));
  const notSaid = (expected.says ?? []).filter((text) => !said.some((one) => one.includes(text)));
  const hasWrongEnd = expected.stop_reason !== undefined && expected.stop_reason !== stop_reason;
  return [
    ...notVisited.map((nodeId) => ({ kind: 'not_visited' as const, nodeId })),
    ...notSaid.map((text) => ({ kind: 'not_said' as const, text })),
    ...(hasWrongEnd ? [{ kind: 'ended' as const, expected: expected.stop_reason ?? null, actual: stop_reason }] : []),
  ];
}
