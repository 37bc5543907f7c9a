/** The graph of a flow as the API sends it, and the outlets of its nodes. */
import type { Schemas } from '#web/lib/api/client.ts';

export const TRIGGER_KINDS = [
  'keyword',
  'first_message',
  'any_message',
  'comment',
  'story_reply',
  'tag_added',
  'appointment_created',
  'appointment_cancelled',
  'appointment_no_show',
  'appointment_completed',
  'appointment_due',
] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

export const ANSWER_KINDS = ['text', 'number', 'date', 'phone', 'choice'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const CONDITION_KINDS = [
  'keyword',
  'variable',
  'tag',
  'business_hours',
  'window_open',
  'vaccination_valid',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const OPERATORS = ['equals', 'not_equals', 'contains', 'greater', 'less', 'exists', 'matches'] as const;
export type Operator = (typeof OPERATORS)[number];

export const ACTION_KINDS = [
  'tag_customer',
  'untag_customer',
  'set_variable',
  'api_call',
  'assign',
  'hand_off',
  'start_flow',
  'find_slots',
  'hold_slot',
  'confirm_booking',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const ATTACHMENT_TYPES = ['image', 'video', 'audio', 'file'] as const;
export const ACTIVE_HOURS = ['always', 'open', 'closed'] as const;

/** The limits of the API for one graph. */
export const LIMITS = {
  nodes: 300,
  edges: 600,
  text: 4_096,
  short: 200,
  label: 80,
  choices: 13,
  words: 50,
  url: 2_000,
  body: 16_384,
  attachments: 10,
  listButton: 20,
  headers: 20,
  retries: 5,
  minutes: 30 * 24 * 60,
  hours: 366 * 24,
  priority: 1_000,
} as const;

export type FlowGraph = Schemas['FlowGraph'];
export type FlowNode = Schemas['FlowNode'];
export type FlowEdge = Schemas['FlowEdge'];
export type NodeType = FlowNode['type'];
export type NodeOf<Type extends NodeType> = Extract<FlowNode, { type: Type }>;
export type NodeData = FlowNode['data'];
export type TriggerData = NodeOf<'trigger'>['data'];
export type ConditionData = NodeOf<'condition'>['data'];
export type ActionData = NodeOf<'action'>['data'];
export type ActionOf<Kind extends ActionKind> = Extract<ActionData, { action: Kind }>;
export type Attachment = NonNullable<NodeOf<'message'>['data']['attachments']>[number];

export interface Label {
  label: string;
}

/** What an outlet means; it has this colour. */
export type OutletKind = 'next' | 'ok' | 'error' | 'timeout' | 'choice' | 'true' | 'false';

/** The outlets of a node, in the order in which they are drawn. Choices count from 1. */
export function outletsOf(node: FlowNode): string[] {
  switch (node.type) {
    case 'trigger':
    case 'delay':
      return ['next'];
    case 'message':
      return [...choiceOutlets(node.data.buttons), 'next'];
    case 'ask':
      return [...choiceOutlets(node.data.choices), 'next', 'timeout'];
    case 'condition':
      return ['true', 'false'];
    case 'action':
      return ['ok', 'error'];
    case 'end':
      return [];
  }
}

const choiceOutlets = (labels: readonly Label[] = []): string[] => labels.map((_, index) => `choice-${index + 1}`);

export const outletKind = (outlet: string): OutletKind =>
  outlet.startsWith('choice-') ? 'choice' : (outlet as OutletKind);

/** The label of a choice; undefined for another outlet. */
export function choiceLabel(node: FlowNode, outlet: string): string | undefined {
  if (!outlet.startsWith('choice-')) return undefined;
  const labels = node.type === 'message' ? node.data.buttons : node.type === 'ask' ? node.data.choices : undefined;
  return labels?.[Number(outlet.slice('choice-'.length)) - 1]?.label;
}

export const nodeOf = (graph: FlowGraph, id: string): FlowNode | undefined =>
  graph.nodes.find((node) => node.id === id);

export const edgeFrom = (graph: FlowGraph, source: string, outlet: string): FlowEdge | undefined =>
  graph.edges.find((edge) => edge.source === source && edge.source_handle === outlet);

/** Whether a run stops here until something comes from outside, so that a loop through the node does not spin. */
export function waits(node: FlowNode): boolean {
  return (
    node.type === 'ask' || node.type === 'delay' || (node.type === 'message' && (node.data.buttons ?? []).length > 0)
  );
}
