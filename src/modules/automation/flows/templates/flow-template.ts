import type { FlowGraph, FlowNode } from '../../flow-core/index.js';

/** When the scenarios of the templates begin. */
export const SCENARIO_START = '2030-06-08T12:00:00Z';

export const TEMPLATE_CATEGORIES = ['welcome', 'booking', 'reminders', 'reviews'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** A flow that companies copy. Services are empty: each company chooses its own. */
export interface FlowTemplate {
  readonly key: string;
  readonly category: TemplateCategory;
  readonly name: string;
  readonly description: string;
  readonly graph: FlowGraph;
  /** A conversation that begins at {@link SCENARIO_START}; the flow passes it once its services are chosen. */
  readonly scenario: {
    readonly inputs: readonly { readonly text?: string; readonly choice?: number; readonly at?: string }[];
    readonly expected: {
      readonly stop_reason: 'finished' | 'handed_off';
      readonly must_visit: readonly string[];
      readonly says: readonly string[];
    };
  };
}

export type Part = FlowNode extends infer Node ? (Node extends FlowNode ? Pick<Node, 'type' | 'data'> : never) : never;
export type Parts = Readonly<Record<string, Part>>;

const COLUMN_PX = 320;
const ROW_PX = 240;

/** Draws a graph from left to right. @param edges as `source.outlet > target` */
export function drawn(parts: Parts, edges: readonly string[]): FlowGraph {
  const links = edges.map((edge) => {
    const [source = '', source_handle = '', target = ''] = edge.split(/\.| > /);
    return { id: `${source}-${source_handle}`, source, source_handle, target };
  });
  const columns = new Map(Object.entries(parts).flatMap(([id, { type }]) => (type === 'trigger' ? [[id, 0]] : [])));
  // The loop adds to the map that it reads, so the nearest nodes come first.
  for (const [id, column] of columns)
    for (const { source, target } of links) if (source === id && !columns.has(target)) columns.set(target, column + 1);
  const rows = new Map<number, number>();
  const nodes = Object.entries(parts).map(([id, part]): FlowNode => {
    const column = columns.get(id) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { id, position: { x: column * COLUMN_PX, y: row * ROW_PX }, ...part };
  });
  return { nodes, edges: links };
}

export const message = (text: string, ...buttons: string[]): Part => ({
  type: 'message',
  data: { text, ...(buttons.length > 0 && { buttons: buttons.map((label) => ({ label })) }) },
});
export const handOff = (reason: string): Part => ({ type: 'action', data: { action: 'hand_off', reason } });
export const tag = (word: string): Part => ({ type: 'action', data: { action: 'tag_customer', tag: word } });
export const windowOpen: Part = { type: 'condition', data: { kind: 'window_open' } };
/** @param pattern of RE2, without case */
export const serviceIs = (pattern: string): Part => ({
  type: 'condition',
  data: { kind: 'variable', variable: 'appointment.service', operator: 'matches', value: pattern },
});
export const end: Part = { type: 'end', data: {} };
