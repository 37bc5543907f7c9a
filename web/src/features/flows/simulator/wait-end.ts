import { type FlowGraph, nodeOf } from '../flow-graph.ts';
import type { Simulation } from './simulation-types.ts';

const MINUTE_MS = 60_000;
/** An answer is waited for so long, unless the step says another time. */
const DEFAULT_MINUTES = 24 * 60;

/** The newest time of the conversation. */
export function clockOf(startedAt: string, jumps: readonly { at?: string }[], played: Simulation | undefined): number {
  const times = [startedAt, ...jumps.map(({ at }) => at), ...(played?.transcript ?? []).map(({ at }) => at)];
  const effects = (played?.effects ?? []).map(({ at }) => at);
  return Math.max(...[...times, ...effects].flatMap((at) => (at === undefined ? [] : [Date.parse(at)])));
}

/** How long the flow waits at most from now on; null where it does not wait. */
export function waitMs(
  graph: FlowGraph,
  { path, stop_reason }: Pick<Simulation, 'path' | 'stop_reason'>,
): number | null {
  const last = path.at(-1);
  const node = last?.outlet === null && stop_reason === null ? nodeOf(graph, last.node_id) : undefined;
  if (!node) return null;
  if (node.type === 'delay') return node.data.minutes * MINUTE_MS;
  const minutes = node.type === 'ask' ? (node.data.timeout_min ?? DEFAULT_MINUTES) : DEFAULT_MINUTES;
  return minutes * MINUTE_MS;
}
