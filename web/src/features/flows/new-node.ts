import { randomId } from '#web/lib/random-id.ts';
import type { ActionKind, FlowNode } from './flow-graph.ts';

/** What the palette offers: a type of node, or one action, since each action is a step of its own to the user. */
export type PaletteKind = Exclude<FlowNode['type'], 'action'> | ActionKind;

/** The palette in groups, from what most flows need to what few do. */
export const PALETTE = [
  { group: 'start', kinds: ['trigger'] },
  { group: 'talk', kinds: ['message', 'ask'] },
  { group: 'decide', kinds: ['condition', 'delay'] },
  { group: 'book', kinds: ['find_slots', 'hold_slot', 'confirm_booking'] },
  { group: 'team', kinds: ['hand_off', 'assign'] },
  { group: 'data', kinds: ['tag_customer', 'untag_customer', 'set_variable', 'api_call'] },
  { group: 'finish', kinds: ['start_flow', 'end'] },
] as const satisfies readonly { group: string; kinds: readonly PaletteKind[] }[];

/** The keys that add a node while the canvas has the focus. */
export const PALETTE_KEYS: Partial<Record<string, PaletteKind>> = {
  '1': 'trigger',
  '2': 'message',
  '3': 'ask',
  '4': 'condition',
  '5': 'delay',
  '6': 'find_slots',
  '7': 'hand_off',
  '8': 'tag_customer',
  '9': 'end',
};

const ID_LENGTH = 8;

/** An id of a node. The API takes letters, digits, - and _. */
export const newNodeId = (): string => randomId().replaceAll('-', '').slice(0, ID_LENGTH);

const CONTENT: Record<PaletteKind, () => Pick<FlowNode, 'type' | 'data'>> = {
  trigger: () => ({ type: 'trigger', data: { kind: 'keyword', words: [] } }),
  message: () => ({ type: 'message', data: { text: '' } }),
  ask: () => ({ type: 'ask', data: { text: '', variable: 'answer', answer: 'text' } }),
  condition: () => ({ type: 'condition', data: { kind: 'keyword', words: [] } }),
  delay: () => ({ type: 'delay', data: { minutes: 60 } }),
  end: () => ({ type: 'end', data: {} }),
  tag_customer: () => action({ action: 'tag_customer', tag: '' }),
  untag_customer: () => action({ action: 'untag_customer', tag: '' }),
  set_variable: () => action({ action: 'set_variable', variable: 'note', value: '' }),
  api_call: () => action({ action: 'api_call', method: 'GET', url: '' }),
  assign: () => action({ action: 'assign', user_id: '' }),
  hand_off: () => action({ action: 'hand_off' }),
  start_flow: () => action({ action: 'start_flow', flow_id: '' }),
  find_slots: () => action({ action: 'find_slots', service_id: '', save_as: 'slots', limit: 3 }),
  hold_slot: () => action({ action: 'hold_slot', service_id: '', slot: 'slot', save_as: 'hold' }),
  confirm_booking: () => action({ action: 'confirm_booking' }),
};

const action = (data: Extract<FlowNode, { type: 'action' }>['data']): Pick<FlowNode, 'type' | 'data'> => ({
  type: 'action',
  data,
});

/** A node with the content that a beginner would choose first. */
export function newNode(kind: PaletteKind, position: { x: number; y: number }, id = newNodeId()): FlowNode {
  return { id, position, ...CONTENT[kind]() } as FlowNode;
}

export const paletteKindOf = (node: FlowNode): PaletteKind => (node.type === 'action' ? node.data.action : node.type);
