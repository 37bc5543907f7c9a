import { type FlowGraph, type FlowNode, nodeOf, outletsOf } from './flow-graph.ts';

/** A line of the list view. */
export type Line =
  | { kind: 'node'; node: FlowNode; depth: number; isReachable: boolean }
  /** One way out of the node above, with the place where it goes. `isFirst`: its target follows below. */
  | { kind: 'outlet'; node: FlowNode; outlet: string; depth: number; target: FlowNode | undefined; isFirst: boolean };

/**
 * The nodes in the order in which a run meets them, each once, every outlet before the nodes behind it. Triggers come
 * first, then nodes that no trigger reaches. A node with one way out does not indent what follows.
 */
export function readingOrder(graph: FlowGraph): Line[] {
  const seen = new Set<string>();
  const lines: Line[] = [];
  const visit = (first: FlowNode, depth: number, isReachable: boolean): void => {
    let node: FlowNode | undefined = first;
    while (node && !seen.has(node.id)) {
      seen.add(node.id);
      lines.push({ kind: 'node', node, depth, isReachable });
      node = visitOutlets(node, depth, isReachable);
    }
  };
  /** Gives the target of the only outlet, which goes on at the same depth. */
  const visitOutlets = (node: FlowNode, depth: number, isReachable: boolean): FlowNode | undefined => {
    const outlets = outletsOf(node);
    for (const outlet of outlets) {
      const edge = graph.edges.find(({ source, source_handle }) => source === node.id && source_handle === outlet);
      const target = edge && nodeOf(graph, edge.target);
      const isFirst = target !== undefined && !seen.has(target.id);
      lines.push({ kind: 'outlet', node, outlet, depth, target, isFirst });
      if (outlets.length === 1) return target;
      if (target) visit(target, depth + 1, isReachable);
    }
    return undefined;
  };
  for (const node of graph.nodes) if (node.type === 'trigger') visit(node, 0, true);
  const isTarget = new Set(graph.edges.map(({ target }) => target));
  for (const node of graph.nodes) if (!isTarget.has(node.id)) visit(node, 0, false);
  for (const node of graph.nodes) visit(node, 0, false);
  return lines;
}
