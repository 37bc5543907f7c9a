import { api, type Schemas } from '#web/lib/api/client.ts';

export type AssistantSettings = Schemas['AssistantSettingsDto'];
export type AssistantMode = AssistantSettings['mode'];
export type AssistantLanguage = AssistantSettings['languages'][number];
export type Prompt = Schemas['PromptDto'];
export type ModelSettings = Schemas['ModelSettingsDto'];
export type ModelTest = Schemas['ModelTestDto'];
export type Suggestion = Schemas['SuggestionDto'];
export type Turn = Schemas['TurnDto'];
export type TurnCall = Schemas['TurnCallDto'];
export type TurnAction = Suggestion['action'] | 'noop';
export type Fact = Schemas['FactDto'];
export type FactField = Fact['field'];

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

export const FACT_FIELDS = [
  'breed',
  'weight_kg',
  'behaviour',
  'allergies',
  'medication',
  'condition',
  'preference',
  'note',
] as const satisfies readonly FactField[];

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
