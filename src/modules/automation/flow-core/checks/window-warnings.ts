import { type FlowProblem, LIMITS } from '../core.types.js';
import type { FlowEdge, FlowGraph, FlowNode } from '../graph.js';
import { isByCustomer } from '../triggers.js';
import { type CheckContext, warning } from './problem.js';

const MINUTES_OF_A_DAY = 24 * 60;
const MINUTES_OF_AN_HOUR = 60;
/** Steps that write to a customer whose reply window may be over. A check of the window before the step is enough. */
export function windowWarnings(graph: FlowGraph, { channels }: CheckContext): FlowProblem[] {
  const windows = channels.flatMap(({ replyWindowMin }) => replyWindowMin ?? []);
  if (windows.length === 0) return [];
  const limit = Math.min(...windows);
  const silence = longestSilences(graph, limit);
  const hours = limit / MINUTES_OF_AN_HOUR;
  const message = `The customer may have written more than ${hours} hours before this step; then the message cannot be sent. Check the reply window first.`;
  return graph.nodes
    .filter(({ id, type }) => (type === 'message' || type === 'ask') && (silence.get(id) ?? 0) >= limit)
    .map(({ id }) => warning('REPLY_WINDOW_OVER', message, id, { field: 'text', limit: hours }));
}

/**
 * The most minutes since the customer's last message when a run comes to each node, cut at `limit`. A run comes to a node of a
 * loop a few times only, so a short wait there does not add up to a day.
 */
function longestSilences({ nodes, edges }: FlowGraph, limit: number): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edgesFrom = Map.groupBy(edges, ({ source }) => source);
  const longest = new Map<string, number>();
  const raises = new Map<string, number>();
  const queue = nodes.flatMap((node) => (node.type === 'trigger' ? [[node.id, startOf(node, limit)] as const] : []));
  for (const [id, minutes] of queue) {
    const node = byId.get(id);
    const raised = raises.get(id) ?? 0;
    if (!node || minutes <= (longest.get(id) ?? -1) || raised >= LIMITS.visitsOfNode) continue;
    raises.set(id, raised + 1);
    longest.set(id, minutes);
    for (const edge of edgesFrom.get(id) ?? []) queue.push([edge.target, Math.min(limit, after(node, edge, minutes))]);
  }
  return longest;
}

function startOf({ data }: Extract<FlowNode, { type: 'trigger' }>, limit: number): number {
  return isByCustomer(data) ? 0 : limit;
}

/** The minutes at the end of an edge. */
function after(node: FlowNode, { source_handle }: FlowEdge, minutes: number): number {
  switch (node.type) {
    case 'delay':
      return minutes + node.data.minutes;
    case 'ask':
      return source_handle === 'timeout' ? minutes + (node.data.timeout_min ?? MINUTES_OF_A_DAY) : 0;
    case 'message':
      return node.data.buttons ? 0 : minutes;
    case 'condition':
      return node.data.kind === 'window_open' && source_handle === 'true' ? 0 : minutes;
    default:
      return minutes;
  }
}
