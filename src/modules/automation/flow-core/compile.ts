import type { CompiledFlow } from './core.types.js';
import type { FlowGraph, FlowNode, NodeOf } from './graph.js';

/** Prepares a graph for `step`. If an outlet has two edges, the first one counts. */
export function compile(graph: FlowGraph): CompiledFlow {
  const nodes = new Map<string, FlowNode>(graph.nodes.map((node) => [node.id, node]));
  const targets = new Map<string, string>();
  for (const edge of graph.edges) {
    const key = outletKey(edge.source, edge.source_handle);
    if (!targets.has(key)) targets.set(key, edge.target);
  }
  return { nodes, targets, graph };
}

/** The triggers, in the order of the graph. */
export function startOf(flow: CompiledFlow): NodeOf<'trigger'>[] {
  return flow.graph.nodes.filter((node) => node.type === 'trigger');
}

export function outletKey(nodeId: string, outlet: string): string {
  return `${nodeId}/${outlet}`;
}
