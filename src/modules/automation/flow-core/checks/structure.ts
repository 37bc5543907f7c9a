import type { FlowProblem } from '../core.types.js';
import { type ActionKind, type FlowEdge, type FlowGraph, type FlowNode, outletsOf } from '../graph.js';
import { cycleProblems } from './cycles.js';
import { problem, walk, type Ways } from './problem.js';

/** Actions that may fail although everything is set up well. */
const FALLIBLE: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'api_call',
  'find_slots',
  'hold_slot',
  'confirm_booking',
  'assign',
  'start_flow',
]);

/** Problems of nodes and edges that do not depend on the content of the nodes. */
export function structureProblems(graph: FlowGraph, ways: Ways): FlowProblem[] {
  return [
    ...duplicates(graph),
    ...graph.edges.flatMap((edge) => edgeProblems(edge, ways)),
    ...crowdedOutlets(graph.edges),
    ...unreachable(graph, ways),
    ...cycleProblems(graph.nodes, ways),
    ...graph.nodes.flatMap((node) => missingErrorOutlet(node, graph.edges)),
  ];
}

function duplicates({ nodes, edges }: FlowGraph): FlowProblem[] {
  const repeated = (ids: readonly string[]): string[] => [
    ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
  ];
  const ofNodes = repeated(nodes.map(({ id }) => id));
  const ofEdges = repeated(edges.map(({ id }) => id));
  return [
    ...ofNodes.map((id) =>
      problem('DUPLICATE_ID', `Two steps have the id “${id}”. Delete one of them and add it again.`, id),
    ),
    ...ofEdges.map((id) => {
      const source = edges.find((edge) => edge.id === id)?.source;
      return problem(
        'DUPLICATE_ID',
        `Two connections have the id “${id}”. Delete one of them and draw it again.`,
        source,
      );
    }),
  ];
}

function edgeProblems({ source, source_handle, target }: FlowEdge, { nodes }: Ways): FlowProblem[] {
  const [from, to] = [nodes.get(source), nodes.get(target)];
  if (!from || !to) {
    const known = from ? source : to && target;
    return [
      problem('DANGLING_EDGE', 'A connection begins or ends at a step that is gone. Delete the connection.', known),
    ];
  }
  if (to.type === 'trigger') {
    return [
      problem(
        'EDGE_INTO_TRIGGER',
        'A connection leads into a trigger. Connect it to the step after the trigger.',
        target,
      ),
    ];
  }
  if (outletsOf(from).includes(source_handle)) return [];
  return [
    problem(
      'DANGLING_EDGE',
      `A connection begins at the outlet “${source_handle}”, which this step does not have. Delete it.`,
      source,
    ),
  ];
}

function crowdedOutlets(edges: readonly FlowEdge[]): FlowProblem[] {
  const counts = new Map<string, { edge: FlowEdge; count: number }>();
  for (const edge of edges) {
    const key = `${edge.source}/${edge.source_handle}`;
    counts.set(key, { edge, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .map(({ edge: { source, source_handle } }) =>
      problem(
        'TWO_EDGES_AT_OUTLET',
        `The outlet “${source_handle}” has more than one connection. Keep one of them.`,
        source,
      ),
    );
}

function unreachable({ nodes }: FlowGraph, ways: Ways): FlowProblem[] {
  const triggers = nodes.filter(({ type }) => type === 'trigger').map(({ id }) => id);
  if (triggers.length === 0) return [problem('NO_TRIGGER', 'Nothing starts this flow. Add a trigger.')];
  const reached = walk(triggers, (id) => ways.next(id));
  return nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => problem('UNREACHABLE_NODE', 'No trigger leads to this step. Connect it, or delete it.', id));
}

function missingErrorOutlet(node: FlowNode, edges: readonly FlowEdge[]): FlowProblem[] {
  if (node.type !== 'action' || !FALLIBLE.has(node.data.action)) return [];
  if (edges.some(({ source, source_handle }) => source === node.id && source_handle === 'error')) return [];
  return [
    problem(
      'MISSING_ERROR_OUTLET',
      'This action can fail. Connect its outlet “error”, for instance to a hand-off.',
      node.id,
    ),
  ];
}
