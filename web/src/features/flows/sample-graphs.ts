/** Graphs for specs. */
import type { FlowGraph, FlowNode } from './flow-graph.ts';

const at = (x: number, y = 0) => ({ position: { x, y } });

export const trigger = (id: string): FlowNode => ({ id, ...at(0), type: 'trigger', data: { kind: 'any_message' } });
export const message = (id: string, ...labels: string[]): FlowNode => ({
  id,
  ...at(340),
  type: 'message',
  data: { text: `Hello from ${id}`, ...(labels.length ? { buttons: labels.map((label) => ({ label })) } : {}) },
});
export const end = (id: string): FlowNode => ({ id, ...at(680), type: 'end', data: {} });
export const tag = (id: string): FlowNode => ({
  id,
  ...at(680, 300),
  type: 'action',
  data: { action: 'tag_customer', tag: 'new' },
});

/** @param links `a/next>b` draws an edge from the outlet `next` of `a` to `b` */
export function graphOf(nodes: FlowNode[], ...links: string[]): FlowGraph {
  const edges = links.map((link) => {
    const [from = '', target = ''] = link.split('>');
    const [source = '', source_handle = ''] = from.split('/');
    return { id: `${source}.${source_handle}`, source, source_handle, target };
  });
  return { nodes, edges };
}

/** The edges as `a/next>b`, sorted. */
export const linksOf = ({ edges }: FlowGraph): string[] =>
  edges.map(({ source, source_handle, target }) => `${source}/${source_handle}>${target}`).sort();
