import type { FlowGraph } from './flow-graph.ts';

const MAX_STEPS = 200;

/** A graph with the states before and after it. */
export interface History {
  readonly past: readonly FlowGraph[];
  readonly present: FlowGraph;
  readonly future: readonly FlowGraph[];
  /** Names what the last change was, so that the next letter of the same field is the same step. */
  readonly field: string | null;
}

export const startHistory = (graph: FlowGraph): History => ({ past: [], present: graph, future: [], field: null });

/** @param field changes of one field after one another are undone as one step */
export function record(history: History, graph: FlowGraph, field: string | null = null): History {
  if (graph === history.present) return history;
  const isSameField = field !== null && field === history.field;
  const past = isSameField ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present: graph, future: [], field };
}

export function undo({ past, present, future, ...rest }: History): History {
  const before = past.at(-1);
  if (!before) return { past, present, future, ...rest };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], field: null };
}

export function redo({ past, present, future, ...rest }: History): History {
  const [after, ...later] = future;
  if (!after) return { past, present, future, ...rest };
  return { past: [...past, present], present: after, future: later, field: null };
}
