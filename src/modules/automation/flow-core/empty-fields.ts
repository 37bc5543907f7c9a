import type { ActionKind, FlowNode } from './graph.js';

/** The fields of a node that must be filled in before the flow is published. */
export function emptyFields(node: FlowNode): string[] {
  const data = node.data as Readonly<Record<string, unknown>>;
  const empty = neededFields(node).filter((field) => data[field] === undefined || data[field] === '');
  const labels = node.type === 'message' ? node.data.buttons : node.type === 'ask' ? node.data.choices : undefined;
  const hasEmptyLabel = labels?.some(({ label: text }) => text === '') ?? false;
  return hasEmptyLabel ? [...empty, node.type === 'message' ? 'buttons' : 'choices'] : empty;
}

function neededFields(node: FlowNode): readonly string[] {
  switch (node.type) {
    case 'trigger':
      return node.data.kind === 'tag_added' ? ['tag'] : [];
    case 'message':
      return node.data.attachments?.length ? [] : ['text'];
    case 'ask':
      return ['text', 'variable'];
    case 'condition':
      return node.data.kind === 'tag' ? ['tag'] : node.data.kind === 'variable' ? ['variable', 'operator'] : [];
    case 'action':
      return FIELDS_OF_ACTIONS[node.data.action];
    case 'delay':
    case 'end':
      return [];
  }
}

const FIELDS_OF_ACTIONS: Record<ActionKind, readonly string[]> = {
  tag_customer: ['tag'],
  untag_customer: ['tag'],
  set_variable: ['variable'],
  api_call: ['url'],
  assign: ['user_id'],
  hand_off: [],
  start_flow: ['flow_id'],
  find_slots: ['service_id', 'save_as'],
  hold_slot: ['service_id', 'slot'],
  confirm_booking: [],
};
