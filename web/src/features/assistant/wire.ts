import { api, type Schemas } from '#web/lib/api/client.ts';

export type AssistantSettings = Schemas['AssistantSettingsDto'];
export type AssistantMode = AssistantSettings['mode'];
export type AssistantLanguage = AssistantSettings['languages'][number];
export type Prompt = Schemas['PromptDto'];
export type ModelSettings = Schemas['ModelSettingsDto'];
export type ModelTest = Schemas['ModelTestDto'];
export type TurnAction = 'reply' | 'ask' | 'offer_slots' | 'handoff' | 'noop';

export interface ReplayRow {
  turn_id: string;
  conversation_id: string;
  contact_name: string;
  messages: string[];
  before: { text: string; action: TurnAction };
  after: { text: string; action: TurnAction; failure: string | null };
  is_same: boolean;
}

export interface Replay {
  _id: string;
  prompt_id: string;
  status: 'running' | 'done' | 'failed';
  done: number;
  total: number;
  cents: number;
  code: string | null;
  rows: ReplayRow[];
}

export interface TurnCall {
  name: string;
  args: unknown;
  code: string;
}

export interface TryMessage {
  role: 'user' | 'assistant';
  content: string;
}

export interface TryAnswer {
  reply: string;
  action: TurnAction;
  reason: string | null;
  choices: { id: string; label: string }[];
  intent: string;
  language: string;
  brain: 'rules' | 'model';
  sources: { id: string; title: string; text: string; score: number }[];
  tool_calls: TurnCall[];
  gates: string[];
  usage: { model_steps: number; input_tokens: number; output_tokens: number; cents: number };
}

export interface Turn {
  _id: string;
  conversation_id: string;
  contact_id: string;
  channel_id: string;
  mode: AssistantMode;
  state:
    | 'waiting'
    | 'thinking'
    | 'typing'
    | 'sent'
    | 'suggested'
    | 'compared'
    | 'handed_off'
    | 'silent'
    | 'dropped'
    | 'failed';
  brain: 'rules' | 'model';
  prompt_number: number | null;
  messages: { seq: number; text: string }[];
  reply: string | null;
  action: TurnAction | null;
  reason: string | null;
  choices: { id: string; label: string }[];
  language: string | null;
  intents: string[];
  calls: TurnCall[];
  gates: string[];
  sources: { id: string; title: string; score: number }[];
  model_steps: number;
  tokens: { input: number; output: number };
  cents: number;
  notice: string | null;
  message_ids: string[];
  suggestion: {
    outcome: 'open' | 'accepted' | 'edited' | 'rejected' | 'outdated';
    sent_text: string | null;
    user_id: string | null;
  } | null;
  staff_reply: string | null;
  error_code: string | null;
  duration_ms: number | null;
  created_at: string;
  ended_at: string | null;
}

export interface Suggestion {
  turn_id: string;
  conversation_id: string;
  text: string;
  action: TurnAction;
  choices: { id: string; label: string }[];
  sources: { id: string; title: string }[];
  created_at: string;
}

export const FACT_FIELDS = [
  'breed',
  'weight_kg',
  'behaviour',
  'allergies',
  'medication',
  'condition',
  'preference',
  'note',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export interface Fact {
  _id: string;
  contact_id: string;
  pet: { _id: string; name: string } | null;
  field: FactField;
  value: string;
  status: 'active' | 'for_approval';
  confidence: number;
  source: {
    kind: 'customer' | 'staff';
    message_id: string | null;
    conversation_id: string | null;
    user: { _id: string; full_name: string } | null;
  };
  expires_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface AssistantStats {
  turns: number;
  answered_alone: number;
  handed_off: number;
  by_reason: { reason: string; count: number }[];
  booked: number;
  moved: number;
  cancelled: number;
  suggestions: { accepted: number; edited: number; rejected: number; open: number };
  cents: number;
  input_tokens: number;
  output_tokens: number;
  by_day: {
    date: string;
    turns: number;
    answered_alone: number;
    handed_off: number;
    booked: number;
    cents: number;
  }[];
}

type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;
type Send = (path: string, options?: object) => Answer;

/** The client for routes that the API's types do not have yet. */
const untyped = api as unknown as Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Send>;

/** Sends one of these requests. `T` is the body of the answer. */
export const wire = <T>(method: keyof typeof untyped, path: string, options: object = {}) =>
  untyped[method](`/api/v1${path}`, options) as Promise<{ data?: T; error?: unknown; response: Response }>;
