import type { Run, RunEffect, StepLog } from './run-types.ts';

/** One step of a run: what ran, what came of it, and where it went. */
export interface RunStep {
  /** Counts from 1, as shown. */
  number: number;
  nodeId: string;
  type: StepLog['type'];
  startedAt: string;
  /** When the run left the step; null while it waits there, and at the end. */
  endedAt: string | null;
  outlet: string | null;
  /** What the step said, asked or did; then what the customer answered. */
  notes: string[];
  effects: RunEffect[];
}

/** The steps in their order. A step that waits has two lines in the log. */
export function stepsOf({ log, effects }: Pick<Run, 'log' | 'effects'>): RunStep[] {
  const steps = new Map<number, RunStep>();
  for (const { step, node_id, type, at, outlet, note } of log) {
    const known = steps.get(step);
    const notes = note === null ? [] : [note];
    if (known) {
      steps.set(step, { ...known, endedAt: at, outlet: outlet ?? known.outlet, notes: [...known.notes, ...notes] });
    } else {
      const of = effects.filter((effect) => effect.step === step);
      const endedAt = outlet === null ? null : at;
      steps.set(step, { number: 0, nodeId: node_id, type, startedAt: at, endedAt, outlet, notes, effects: of });
    }
  }
  return [...steps].sort(([one], [other]) => one - other).map(([, step], index) => ({ ...step, number: index + 1 }));
}

/** What a run has touched after so many steps, for the canvas. */
export interface RunPath {
  /** The numbers of the steps that ran at each node. */
  visits: ReadonlyMap<string, readonly number[]>;
  /** `<node id>/<outlet>` of each way that was taken. */
  taken: ReadonlySet<string>;
  /** The node of the last of these steps. */
  current: string | undefined;
}

/** @param count how many steps are shown */
export function pathOf(steps: readonly RunStep[], count: number): RunPath {
  const shown = steps.slice(0, count);
  const visits = new Map<string, number[]>();
  for (const { nodeId, number } of shown) visits.set(nodeId, [...(visits.get(nodeId) ?? []), number]);
  // The way out of the last step leads to a step that is not shown yet.
  const left = count < steps.length ? shown.slice(0, -1) : shown;
  const taken = left.flatMap(({ nodeId, outlet }) => (outlet === null ? [] : [`${nodeId}/${outlet}`]));
  return { visits, taken: new Set(taken), current: shown.at(-1)?.nodeId };
}
