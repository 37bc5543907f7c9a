import { type FlowGraph, type FlowNode, outletsOf } from './flow-graph.ts';

/** Marks JSON of this app among everything that a clipboard may hold. */
const MARK = 'petbuddy-flow';
const TYPES: readonly string[] = ['trigger', 'message', 'ask', 'condition', 'action', 'delay', 'end'];

/** Nodes and their edges as the text of a clipboard. */
export const toText = (part: FlowGraph): string => JSON.stringify({ kind: MARK, ...part });

/** The nodes in a text; null for any other text. Edges that do not fit the nodes are left out. */
export function fromText(text: string): FlowGraph | null {
  try {
    const read = JSON.parse(text) as { kind?: unknown; nodes?: unknown; edges?: unknown };
    return read.kind === MARK ? readGraph(read) : null;
  } catch {
    return null;
  }
}

/** A graph out of unchecked JSON; null if it is none. The API checks the content of the nodes. */
export function readGraph(read: { nodes?: unknown; edges?: unknown }): FlowGraph | null {
  if (!Array.isArray(read.nodes) || !read.nodes.every(isNode)) return null;
  const nodes = read.nodes;
  const edges = (Array.isArray(read.edges) ? read.edges : []) as FlowGraph['edges'];
  const known = new Map(nodes.map((node) => [node.id, node]));
  const fits = edges.filter(({ source, source_handle, target }) => {
    const from = known.get(source);
    return from !== undefined && known.has(target) && outletsOf(from).includes(source_handle);
  });
  return { nodes, edges: fits };
}

function isNode(value: unknown): value is FlowNode {
  const { id, type, position, data } = (value ?? {}) as Record<string, unknown>;
  const { x, y } = (position ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof type === 'string' &&
    TYPES.includes(type) &&
    typeof x === 'number' &&
    typeof y === 'number' &&
    typeof data === 'object' &&
    data !== null
  );
}
