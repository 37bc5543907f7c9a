import { z } from 'zod';
import { TURN_LIMITS, type Snippet } from '../core.types.js';
import type { PastMessage } from '../facts.types.js';
import { INTENTS } from '../intents/intent-words.js';
import { cutText } from '../split-text.js';
import { TOOL_ARGS, type ToolName } from '../tools.js';
import type { Turn } from '../turn.js';
import type { ModelMessage, ModelRequest, ModelTool } from './model.types.js';
import { PRODUCT_RULES, TOOL_DESCRIPTIONS } from './product-rules.js';

const MAX_OUTPUT_TOKENS = 700;
/** Most characters of a request, so that one message cannot use up the budget. */
const MAX_MESSAGE = 2_000;
const MAX_MESSAGES = 8_000;
const MAX_PASSAGE = 1_500;
const MAX_PERSONA = 6_000;
const MAX_FACTS = 12_000;

/** The schema of the model's answer: `reply` is the text for the customer, and `action` alone says what to do. */
export const ANSWER = z.object({
  action: z.enum(['reply', 'ask', 'offer_slots', 'handoff', 'noop']),
  reply: z.string(),
  intent: z.enum([...INTENTS, 'other']),
  confidence: z.number(),
  citations: z.array(z.string()).describe('ids of the data blocks that the reply relies on'),
  summary: z.string().nullable().describe('for staff, only with handoff'),
});
const ANSWER_SCHEMA = z.toJSONSchema(ANSWER);
const TOOLS = Object.fromEntries(
  Object.entries(TOOL_ARGS).map(([name, args]) => [name, z.toJSONSchema(args) as ModelTool['parameters']]),
) as Record<ToolName, ModelTool['parameters']>;

/** Stable parts first, so that providers can reuse what they have read: rules, prompt, business, articles, customer, turns, time. */
export function messagesFor(turn: Turn, persona: string, passages: readonly Snippet[]): ModelMessage[] {
  const { facts } = turn;
  const system = (content: string): ModelMessage => ({ role: 'system', content });
  const texts = facts.messages.map(({ text }) => plain(text, MAX_MESSAGE)).filter(Boolean);
  return [
    system(PRODUCT_RULES),
    system(`The company's wishes:\n${plain(persona, MAX_PERSONA)}`),
    system(dataBlock('business', business(turn))),
    ...passages.map(({ id, title, text }) => system(dataBlock(id, { title, text: plain(text, MAX_PASSAGE) }))),
    system(dataBlock('customer', customer(turn))),
    ...facts.turns.slice(-TURN_LIMITS.turns).map(pastMessage),
    system(`Now: ${facts.now} (${facts.company.time_zone}, today is ${turn.today}). Language: ${turn.language}.`),
    { role: 'user', content: texts.join('\n').slice(0, MAX_MESSAGES) },
  ];
}

export function requestFor(messages: readonly ModelMessage[], tools: readonly ToolName[]): ModelRequest {
  return {
    messages: [...messages],
    tools: tools.map((name) => ({ name, description: TOOL_DESCRIPTIONS[name], parameters: TOOLS[name] })),
    answer_schema: ANSWER_SCHEMA,
    max_output_tokens: MAX_OUTPUT_TOKENS,
  };
}

/** Without characters that a reader does not see. */
function plain(text: string, most: number): string {
  return cutText(text.replace(/\p{Cf}/gu, ''), most);
}

/** Data cannot close its block: in JSON it has no line breaks, and no angle brackets here. */
function dataBlock(id: string, value: unknown): string {
  const json = plain(JSON.stringify(value), MAX_FACTS).replace(/</g, '\\u003c');
  return `<data id="${id.replace(/[^\w.-]/g, '')}">\n${json}\n</data>`;
}

function business({ facts }: Turn): unknown {
  const { name, phone, emergency_phone, address, emails, link_hosts, policies } = facts.company;
  const { week, special_days } = facts.opening;
  return {
    company: { name, phone, emergency_phone, address, emails, link_hosts, policies },
    opening_hours_from_sunday: week,
    special_days,
    services: facts.services,
  };
}

function customer({ facts, dialogue }: Turn): unknown {
  const { pets, appointments, memory, summary, opening, contact } = facts;
  const { topic, known, offers } = dialogue;
  const { is_open_now, opens_at } = opening;
  return { name: contact.full_name, pets, appointments, memory, summary, topic, known, offers, is_open_now, opens_at };
}

function pastMessage({ from, text }: PastMessage): ModelMessage {
  const content = plain(text, MAX_MESSAGE);
  return from === 'customer' ? { role: 'user', content } : { role: 'assistant', content, tool_calls: [] };
}
