import { createHash } from 'node:crypto';
import type { FlowGraph } from '../../flow-core/index.js';

/** Equal graphs have equal hashes, whatever the order of their fields. */
export function hashOf(graph: FlowGraph): string {
  return createHash('sha256').update(JSON.stringify(graph, inOrder)).digest('hex');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
