import {
  edgeFrom,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
  LIMITS,
  nodeOf,
  outletsOf,
  waits,
} from './flow-graph.ts';

/** The distance between a node and one that is added after it. */
export const STEP_X = 340;
const STEP_Y = 150;
/** So far from its original lies a pasted node. */
const PASTE_SHIFT = 40;
/** Two nodes closer than this cover each other. */
const COVERED_X = 260;
const COVERED_Y = 110;

export interface Point {
  x: number;
  y: number;
}

/** One outlet of one node. */
export interface Outlet {
  source: string;
  outlet: string;
}

/** Why an edge may not be drawn; null where it may. */
export type Refusal = 'unknown' | 'into_trigger' | 'self' | null;

/** Looks at one edge that somebody wants to draw. An edge that the outlet has already is replaced, so it refuses nothing. */
export function refusalOf(graph: FlowGraph, { source, outlet }: Outlet, target: string): Refusal {
  const from = nodeOf(graph, source);
  const to = nodeOf(graph, target);
  if (!from || !to || !outletsOf(from).includes(outlet)) return 'unknown';
  if (to.type === 'trigger') return 'into_trigger';
  return source === target && !waits(from) ? 'self' : null;
}

/** Adds a node; after an outlet, it takes the outlet's edge, and its own first outlet goes on to the old target. */
export function addNode(graph: FlowGraph, node: FlowNode, after?: Outlet): FlowGraph {
  if (graph.nodes.length >= LIMITS.nodes) return graph;
  const added = { ...graph, nodes: [...graph.nodes, node] };
  if (!after || node.type === 'trigger') return added;
  const old = edgeFrom(graph, after.source, after.outlet);
  const linked = connect(added, after, node.id);
  const [first] = outletsOf(node).filter((outlet) => !outlet.startsWith('choice-'));
  return old && first ? connect(linked, { source: node.id, outlet: first }, old.target) : linked;
}

/** Draws an edge. The outlet loses the edge that it has. */
export function connect(graph: FlowGraph, from: Outlet, target: string): FlowGraph {
  if (refusalOf(graph, from, target) !== null) return graph;
  const old = edgeFrom(graph, from.source, from.outlet);
  if (old?.target === target) return graph;
  const rest = graph.edges.filter((edge) => edge !== old);
  if (rest.length >= LIMITS.edges) return graph;
  return { ...graph, edges: [...rest, edgeOf(from, target)] };
}

export function disconnect(graph: FlowGraph, { source, outlet }: Outlet): FlowGraph {
  const edges = graph.edges.filter((edge) => edge.source !== source || edge.source_handle !== outlet);
  return edges.length === graph.edges.length ? graph : { ...graph, edges };
}

export function removeEdges(graph: FlowGraph, ids: readonly string[]): FlowGraph {
  return { ...graph, edges: graph.edges.filter(({ id }) => !ids.includes(id)) };
}

/** Removes nodes with their edges. One removed node between two others is bridged where it has one way out. */
export function removeNodes(graph: FlowGraph, ids: readonly string[]): FlowGraph {
  const gone = new Set(ids);
  const nodes = graph.nodes.filter(({ id }) => !gone.has(id));
  const edges = graph.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  return ids.reduce((rest, id) => bridge(graph, rest, id), { nodes, edges });
}

function bridge(before: FlowGraph, after: FlowGraph, id: string): FlowGraph {
  const ways = before.edges.filter(({ source }) => source === id);
  const [way] = ways;
  if (!way || ways.length > 1 || way.source_handle === 'error' || way.source_handle === 'timeout') return after;
  return before.edges
    .filter(({ target }) => target === id)
    .reduce((graph, { source, source_handle }) => connect(graph, { source, outlet: source_handle }, way.target), after);
}

export function moveNodes(graph: FlowGraph, places: ReadonlyMap<string, Point>): FlowGraph {
  const nodes = graph.nodes.map((node) => {
    const to = places.get(node.id);
    return to ? { ...node, position: { x: Math.round(to.x), y: Math.round(to.y) } } : node;
  });
  return { ...graph, nodes };
}

/** Changes the content of a node. Edges of outlets that the node no longer has go. */
export function changeData(graph: FlowGraph, id: string, data: FlowNode['data']): FlowGraph {
  const nodes = graph.nodes.map((node) => (node.id === id ? ({ ...node, data } as FlowNode) : node));
  const changed = nodes.find((node) => node.id === id);
  if (!changed) return graph;
  const outlets = outletsOf(changed);
  const edges = graph.edges.filter(({ source, source_handle }) => source !== id || outlets.includes(source_handle));
  return { nodes, edges };
}

/** Takes one choice away. The edges of the later choices keep to their labels. */
export function removeChoice(graph: FlowGraph, id: string, index: number): FlowGraph {
  const node = nodeOf(graph, id);
  if (node?.type !== 'message' && node?.type !== 'ask') return graph;
  const key = node.type === 'message' ? 'buttons' : 'choices';
  const left = (node.type === 'message' ? node.data.buttons : node.data.choices)?.filter((_, place) => place !== index);
  const edges = graph.edges.flatMap((edge) => {
    const place = edge.source === id ? placeOf(edge.source_handle) : null;
    if (place === null || place < index) return [edge];
    return place === index ? [] : [edgeOf({ source: id, outlet: `choice-${place}` }, edge.target)];
  });
  const data = { ...node.data, [key]: left?.length ? left : undefined } as FlowNode['data'];
  return changeData({ ...graph, edges }, id, withoutUndefined(data));
}

/** From 0; null for an outlet that is no choice. */
const placeOf = (outlet: string): number | null =>
  outlet.startsWith('choice-') ? Number(outlet.slice('choice-'.length)) - 1 : null;

/** The chosen nodes and the edges between them. */
export function copyOf(graph: FlowGraph, ids: readonly string[]): FlowGraph {
  const chosen = new Set(ids);
  return {
    nodes: graph.nodes.filter(({ id }) => chosen.has(id)),
    edges: graph.edges.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
  };
}

/**
 * Adds copied nodes under new ids, with the edges between them.
 *
 * @param newId makes an id that no node has
 * @param at where the upper left corner goes; beside the originals without it
 * @returns the graph and the new ids; the graph as it was if it would be too large
 */
export function paste(
  graph: FlowGraph,
  part: FlowGraph,
  newId: () => string,
  at?: Point,
): { graph: FlowGraph; ids: string[] } {
  if (graph.nodes.length + part.nodes.length > LIMITS.nodes) return { graph, ids: [] };
  const names = new Map(part.nodes.map(({ id }) => [id, newId()]));
  const corner = at && cornerOf(part);
  const shift = corner ? { x: at.x - corner.x, y: at.y - corner.y } : { x: PASTE_SHIFT, y: PASTE_SHIFT };
  const nodes = part.nodes.map(({ position, ...node }) => ({
    ...structuredClone(node),
    id: names.get(node.id) ?? node.id,
    position: { x: Math.round(position.x + shift.x), y: Math.round(position.y + shift.y) },
  })) as FlowNode[];
  const edges = part.edges.flatMap(({ source, source_handle, target }) => {
    const [from, to] = [names.get(source), names.get(target)];
    return from && to ? [edgeOf({ source: from, outlet: source_handle }, to)] : [];
  });
  return {
    graph: { nodes: [...graph.nodes, ...nodes], edges: [...graph.edges, ...edges] },
    ids: nodes.map(({ id }) => id),
  };
}

/** A free place for a new node: right of the node that it follows, else right of everything. */
export function freePlace(graph: FlowGraph, after?: Outlet): Point {
  const from = after && nodeOf(graph, after.source);
  const index = from && after ? outletsOf(from).indexOf(after.outlet) : 0;
  const start: Point = from
    ? { x: from.position.x + STEP_X, y: from.position.y + Math.max(0, index) * STEP_Y }
    : { x: Math.max(-STEP_X, ...graph.nodes.map(({ position }) => position.x)) + STEP_X, y: 0 };
  return clearOf(graph, start);
}

/** The point itself, or the next one below it that no node covers. */
export function clearOf(graph: FlowGraph, start: Point): Point {
  const isCovered = ({ x, y }: Point): boolean =>
    graph.nodes.some(({ position }) => Math.abs(position.x - x) < COVERED_X && Math.abs(position.y - y) < COVERED_Y);
  const place = { ...start };
  while (isCovered(place)) place.y += STEP_Y;
  return place;
}

const cornerOf = ({ nodes }: FlowGraph): Point => ({
  x: Math.min(...nodes.map(({ position }) => position.x)),
  y: Math.min(...nodes.map(({ position }) => position.y)),
});

/** An outlet has one edge at most, so the outlet names the edge. */
const edgeOf = ({ source, outlet }: Outlet, target: string): FlowEdge => ({
  id: `${source}.${outlet}`,
  source,
  source_handle: outlet,
  target,
});

/** A copy without the keys that have no value: the API refuses null and knows no undefined. */
export function withoutUndefined<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
}
