import type { FlowGraph, FlowNode } from './flow-graph.ts';

const lacksService = ({ data }: FlowNode): boolean => 'service_id' in data && data.service_id === '';

/** Whether steps of the graph work only with a service that nobody has chosen yet. */
export const needsService = ({ nodes }: FlowGraph): boolean => nodes.some(lacksService);

/** The graph with this service in all steps that have none. */
export function withService(graph: FlowGraph, id: string): FlowGraph {
  const nodes = graph.nodes.map((node) =>
    lacksService(node) ? ({ ...node, data: { ...node.data, service_id: id } } as FlowNode) : node,
  );
  return { ...graph, nodes };
}
