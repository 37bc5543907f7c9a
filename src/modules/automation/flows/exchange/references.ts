import type { FlowGraph } from '../../flow-core/index.js';

export const REFERENCE_KINDS = ['service', 'user', 'flow', 'channel'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

const HEX_DIGITS = 24;

/** The graph with other ids. @param replace gives the new id of a thing of the company */
export function withIds(graph: FlowGraph, replace: (kind: ReferenceKind, id: string) => string): FlowGraph {
  const copy = structuredClone(graph);
  for (const { type, data } of copy.nodes) {
    if (type === 'trigger' && data.channel_ids) data.channel_ids = data.channel_ids.map((id) => replace('channel', id));
    if (type !== 'action') continue;
    if ('service_id' in data && data.service_id) data.service_id = replace('service', data.service_id);
    if ('user_id' in data && data.user_id) data.user_id = replace('user', data.user_id);
    if ('flow_id' in data && data.flow_id) data.flow_id = replace('flow', data.flow_id);
  }
  return copy;
}

/** Stands for a thing in an exported flow. It has the form of an id, so that the graph keeps its schema. */
export function placeholder(number: number): string {
  return number.toString(16).padStart(HEX_DIGITS, '0');
}
