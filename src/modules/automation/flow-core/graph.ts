/** The shape of a flow's graph, as it is stored, sent and drawn. The API document and the builder's types come from it. */
import { z } from 'zod';

export const MAX_NODES = 300;
export const MAX_EDGES = 600;
const MAX_TEXT = 4_096;
const MAX_SHORT = 200;
const MAX_LABEL = 80;
const MAX_CHOICES = 13;
const MAX_WORDS = 50;
const MAX_URL = 2_000;
const MAX_BODY = 16_384;
const MAX_HEADERS = 20;
const MINUTES_OF_30_DAYS = 30 * 24 * 60;
const HOURS_OF_A_YEAR = 366 * 24;

/** `vars.<name>`; a name like `__proto__` does not fit. */
export const VARIABLE_NAME = /^[a-z][a-z0-9_]{0,63}$/;
const OBJECT_ID = /^[0-9a-f]{24}$/;
const NODE_ID = /^[A-Za-z0-9_-]{1,64}$/;

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
export const CONDITION_KINDS = [
  'keyword',
  'variable',
  'tag',
  'business_hours',
  'window_open',
  'vaccination_valid',
] as const;
export const OPERATORS = ['equals', 'not_equals', 'contains', 'greater', 'less', 'exists', 'matches'] as const;
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

const id = z.string().regex(OBJECT_ID, 'must be an id');
// A draft may have empty fields, because it is saved while somebody writes it; `emptyFields` refuses them at publishing.
const draftId = z.union([id, z.literal('')]);
const variable = z
  .string()
  .regex(VARIABLE_NAME, 'begins with a small letter and has small letters, digits and _')
  .or(z.literal(''));
const tag = z.string().trim().max(MAX_LABEL);
const words = z.array(z.string().trim().min(1).max(MAX_SHORT)).max(MAX_WORDS);
const label = z.strictObject({ label: z.string().trim().max(MAX_LABEL) });
const attachment = z.strictObject({
  type: z.enum(['image', 'video', 'audio', 'file']),
  url: z.string().max(MAX_URL),
});

const triggerData = z.strictObject({
  kind: z.enum(TRIGGER_KINDS),
  /** For `keyword`, `comment` and `story_reply`: one of them as a whole word; empty: any text. */
  words: words.optional(),
  /** For `keyword`: a regular expression (RE2), in addition to the words. */
  pattern: z.string().max(MAX_SHORT).optional(),
  /** For `tag_added`. */
  tag: tag.optional(),
  /** For `appointment_due`: minutes before the start of the appointment. */
  minutes_before: z.int().min(0).max(MINUTES_OF_30_DAYS).optional(),
  /** Empty or absent: every channel of the flow. */
  channel_ids: z.array(id).max(MAX_WORDS).optional(),
  /** The highest number wins among triggers that match; absent: 0. */
  priority: z.int().min(-1_000).max(1_000).optional(),
  /** Hours before it may start again for the same contact. */
  once_per_hours: z.int().min(1).max(HOURS_OF_A_YEAR).optional(),
  /** Starts only then; absent: always. */
  active_hours: z.enum(['always', 'open', 'closed']).optional(),
});

const messageData = z.strictObject({
  text: z.string().max(MAX_TEXT),
  attachments: z.array(attachment).max(10).optional(),
  /** With buttons the flow waits for the customer's answer. */
  buttons: z.array(label).min(1).max(MAX_CHOICES).optional(),
  /** Shows the buttons as a list, where the channel has lists; this is the label that opens it. */
  list_button: z.string().trim().min(1).max(20).optional(),
});

const askData = z.strictObject({
  text: z.string().max(MAX_TEXT),
  variable,
  answer: z.enum(ANSWER_KINDS),
  /** For `choice`. */
  choices: z.array(label).max(MAX_CHOICES).optional(),
  /** For `choice`: a variable with a list, for instance of `find_slots`; its items come before `choices`. */
  choices_from: variable.optional(),
  /** How often the question is asked again after an answer that does not fit; absent: 2. */
  retries: z.int().min(0).max(5).optional(),
  /** Sent before the question is asked again; absent: the built-in text. */
  retry_text: z.string().max(MAX_TEXT).optional(),
  /** Absent: one day. */
  timeout_min: z.int().min(1).max(MINUTES_OF_30_DAYS).optional(),
});

const conditionData = z.strictObject({
  kind: z.enum(CONDITION_KINDS),
  words: words.optional(),
  variable: z.string().max(MAX_SHORT).optional(),
  operator: z.enum(OPERATORS).optional(),
  value: z.string().max(MAX_SHORT).optional(),
  tag: tag.optional(),
});

const actionData = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('tag_customer'), tag }),
  z.strictObject({ action: z.literal('untag_customer'), tag }),
  z.strictObject({ action: z.literal('set_variable'), variable, value: z.string().max(MAX_TEXT) }),
  z.strictObject({
    action: z.literal('api_call'),
    method: z.enum(HTTP_METHODS),
    /** https only. `{{secret.NAME}}` works in `headers` only. */
    url: z.string().max(MAX_URL),
    headers: z.record(z.string().max(MAX_SHORT), z.string().max(MAX_URL)).refine(hasFewKeys).optional(),
    body: z.string().max(MAX_BODY).optional(),
    save_as: variable.optional(),
  }),
  z.strictObject({ action: z.literal('assign'), user_id: draftId }),
  z.strictObject({ action: z.literal('hand_off'), reason: z.string().max(MAX_SHORT).optional() }),
  z.strictObject({ action: z.literal('start_flow'), flow_id: draftId }),
  z.strictObject({
    action: z.literal('find_slots'),
    service_id: draftId,
    /** Gets up to `limit` items `{label, starts_at, staff_id}`. */
    save_as: variable,
    limit: z.int().min(1).max(MAX_CHOICES).optional(),
    /** A variable with the first date of the search; absent: today. */
    from: variable.optional(),
  }),
  z.strictObject({
    action: z.literal('hold_slot'),
    service_id: draftId,
    /** The variable with the chosen item of `find_slots`. */
    slot: variable,
    save_as: variable.optional(),
  }),
  z.strictObject({
    action: z.literal('confirm_booking'),
    /** The variable that `hold_slot` has set; absent: the last hold of this run. */
    hold: variable.optional(),
    save_as: variable.optional(),
  }),
]);

const delayData = z.strictObject({ minutes: z.int().min(1).max(MINUTES_OF_30_DAYS) });
const endData = z.strictObject({});

const place = { id: z.string().regex(NODE_ID), position: z.strictObject({ x: z.number(), y: z.number() }) };

export const nodeSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...place, type: z.literal('trigger'), data: triggerData }),
  z.strictObject({ ...place, type: z.literal('message'), data: messageData }),
  z.strictObject({ ...place, type: z.literal('ask'), data: askData }),
  z.strictObject({ ...place, type: z.literal('condition'), data: conditionData }),
  z.strictObject({ ...place, type: z.literal('action'), data: actionData }),
  z.strictObject({ ...place, type: z.literal('delay'), data: delayData }),
  z.strictObject({ ...place, type: z.literal('end'), data: endData }),
]);

export const edgeSchema = z.strictObject({
  id: z.string().min(1).max(MAX_SHORT),
  source: z.string().regex(NODE_ID),
  source_handle: z.string().regex(/^(next|timeout|true|false|ok|error|choice-[1-9][0-9]?)$/),
  target: z.string().regex(NODE_ID),
});

export const graphSchema = z.strictObject({
  nodes: z.array(nodeSchema).max(MAX_NODES),
  edges: z.array(edgeSchema).max(MAX_EDGES),
});

export type FlowGraph = z.infer<typeof graphSchema>;
export type FlowNode = z.infer<typeof nodeSchema>;
export type FlowEdge = z.infer<typeof edgeSchema>;
export type NodeType = FlowNode['type'];
export type NodeOf<Type extends NodeType> = Extract<FlowNode, { type: Type }>;
export type TriggerData = z.infer<typeof triggerData>;
export type MessageData = z.infer<typeof messageData>;
export type AskData = z.infer<typeof askData>;
export type ConditionData = z.infer<typeof conditionData>;
export type ActionData = z.infer<typeof actionData>;
export type ActionOf<Kind extends ActionKind> = Extract<ActionData, { action: Kind }>;

/** The outlets of a node, in the order in which the builder draws them. */
export function outletsOf(node: FlowNode): string[] {
  switch (node.type) {
    case 'trigger':
    case 'delay':
      return ['next'];
    case 'message':
      return node.data.buttons ? [...choiceOutlets(node.data.buttons.length), 'next'] : ['next'];
    case 'ask':
      return [...choiceOutlets(node.data.choices?.length ?? 0), 'next', 'timeout'];
    case 'condition':
      return ['true', 'false'];
    case 'action':
      return ['ok', 'error'];
    case 'end':
      return [];
  }
}

/** Outlets of choices count from 1, as the customer sees them. */
export function choiceOutlet(index: number): string {
  return `choice-${index + 1}`;
}

function choiceOutlets(count: number): string[] {
  return Array.from({ length: count }, (_, index) => choiceOutlet(index));
}

function hasFewKeys(headers: Record<string, string>): boolean {
  return Object.keys(headers).length <= MAX_HEADERS;
}
