import type { FlowEdge, FlowGraph, FlowNode } from '../flow-graph.ts';

/** One field of a step that differs. Values are words; an absent value is empty. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export interface ChangedNode {
  before: FlowNode;
  after: FlowNode;
  fields: FieldChange[];
}

/** How one graph became another. Places on the canvas do not count. */
export interface GraphDiff {
  added: FlowNode[];
  removed: FlowNode[];
  changed: ChangedNode[];
  addedEdges: FlowEdge[];
  removedEdges: FlowEdge[];
}

export function diffOf(before: FlowGraph, after: FlowGraph): GraphDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const present = new Map(after.nodes.map((node) => [node.id, node]));
  const changed = after.nodes.flatMap((node): ChangedNode[] => {
    const was = old.get(node.id);
    const fields = was ? fieldChanges(was, node) : [];
    return was && fields.length > 0 ? [{ before: was, after: node, fields }] : [];
  });
  const oldWays = new Set(before.edges.map(wayOf));
  const presentWays = new Set(after.edges.map(wayOf));
  return {
    added: after.nodes.filter(({ id }) => !old.has(id)),
    removed: before.nodes.filter(({ id }) => !present.has(id)),
    changed,
    addedEdges: after.edges.filter((edge) => !oldWays.has(wayOf(edge))),
    removedEdges: before.edges.filter((edge) => !presentWays.has(wayOf(edge))),
  };
}

export const isSame = (diff: GraphDiff): boolean =>
  Object.values(diff).every((changes: unknown[]) => changes.length === 0);

/** Both graphs as one: the newer one, with the steps and ways of the older one that are gone. */
export function unionOf(before: FlowGraph, after: FlowGraph): FlowGraph {
  const { removed, removedEdges } = diffOf(before, after);
  return {
    nodes: [...after.nodes, ...removed],
    edges: [...after.edges, ...removedEdges.map((edge) => ({ ...edge, id: `removed ${wayOf(edge)}` }))],
  };
}

/** Where an edge comes from and goes to. Its id may change without a change of the flow. */
export const wayOf = ({ source, source_handle, target }: FlowEdge): string => `${source}/${source_handle}/${target}`;

function fieldChanges(before: FlowNode, after: FlowNode): FieldChange[] {
  const old: Readonly<Record<string, unknown>> = { type: before.type, ...before.data };
  const present: Readonly<Record<string, unknown>> = { type: after.type, ...after.data };
  const names = [...new Set([...Object.keys(present), ...Object.keys(old)])];
  return names
    .map((field) => ({ field, before: wordsOf(old[field]), after: wordsOf(present[field]) }))
    .filter((change) => change.before !== change.after);
}

/** A value of a field as text. */
function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value);
  // A label of a choice and a file have one field that people know.
  const known = entries.find(([name]) => name === 'label' || name === 'url');
  return known ? wordsOf(known[1]) : entries.map(([name, one]) => `${name}: ${wordsOf(one)}`).join(', ');
}
