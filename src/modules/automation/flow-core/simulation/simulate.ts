import { outletKey } from '../compile.js';
import type { CompiledFlow, StepLog } from '../core.types.js';
import type { FlowGraph } from '../graph.js';
import { Play } from './play.js';
import type { Coverage, Simulation, SimulationSetup } from './simulation.types.js';

/**
 * Simulates a flow without any effect. The first text starts the trigger that matches, on any channel; if none matches, a trigger of
 * an event (appointment, tag) starts before the text. A text after the end of a run may start the next one.
 */
export function simulate(graph: FlowGraph, setup: SimulationSetup): Simulation {
  const play = new Play(graph, setup);
  play.run();
  const { transcript, effects, log, flow, reason } = play;
  return { transcript, effects, path: pathOf(log), coverage: coverageOf(flow, log), stop_reason: reason };
}

/** One entry for each visit: the line with the outlet replaces the line of the waiting node. */
function pathOf(log: readonly StepLog[]): Simulation['path'] {
  const path: { node_id: string; outlet: string | null }[] = [];
  for (const { node_id, outlet } of log) {
    const last = path.at(-1);
    if (last?.node_id === node_id && last.outlet === null) path.pop();
    path.push({ node_id, outlet });
  }
  return path;
}

function coverageOf({ nodes, targets }: CompiledFlow, log: readonly StepLog[]): Coverage {
  const visited = new Set(log.map(({ node_id }) => node_id));
  const keys = log.flatMap(({ node_id, outlet }) => (outlet === null ? [] : [outletKey(node_id, outlet)]));
  const taken = new Set(keys.filter((key) => targets.has(key)));
  return { nodes: { visited: visited.size, all: nodes.size }, outlets: { taken: taken.size, all: targets.size } };
}
