/** What the core takes and gives. Plain data: `step` with the same state and input returns the same result. */
import type { Language, NoopReason, OfferedSlot, PartOfDay, TurnFacts } from './facts.types.js';
import type { ModelAnswer, ModelRequest, ModelSettings, ModelTokens } from './model/model.types.js';
import type { ToolCall, ToolOutcome } from './tools.js';

export const TURN_LIMITS = {
  /** Calls of the model in one turn. */
  modelSteps: 5,
  /** Effects of one turn; more would be a loop. */
  effects: 16,
  /** Messages in a row that were not understood, before a person takes over. */
  misunderstood: 2,
  /** Turns without a booking, an answer or a new fact, before a person takes over. */
  turnsWithoutProgress: 6,
  offers: 5,
  turns: 12,
} as const;

export type Topic = 'book' | 'move' | 'cancel';

/** What is known about the open topic. Services, pets and appointments are aliases, dates are YYYY-MM-DD, times are HH:MM. */
export interface Known {
  readonly service: string | null;
  readonly pet: string | null;
  readonly appointment: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly part_of_day: PartOfDay | null;
  readonly time: string | null;
}

/** A question that the customer has to answer with yes before anything is written. */
export interface Pending {
  readonly kind: Topic;
  /** Null for a cancellation. */
  readonly offer: OfferedSlot | null;
  /** Null for a booking. */
  readonly appointment: string | null;
  readonly service: string | null;
  readonly pet: string | null;
  /** Price or fee, in the words of the company. */
  readonly extra: string | null;
  /** The last customer message before the question. It names the buttons of the question. */
  readonly asked_seq: number;
  /** Where the question stands in the conversation, once it is sent. Only a later message can confirm. */
  readonly shown_seq?: number;
  /** When it was asked, ISO 8601. */
  readonly asked_at: string;
  /** When the appointment was then; null for a booking. */
  readonly starts_at: string | null;
}

/** What a question is about. */
export type Question = Omit<Pending, 'shown_seq' | 'asked_at' | 'starts_at'>;

/** What the assistant remembers between two turns of a conversation. The adapter stores it as it is and resets it for a new episode. */
export interface DialogueState {
  readonly language: Language | null;
  readonly topic: Topic | null;
  readonly known: Known;
  /** What the last reply has asked. */
  readonly asked: 'service' | 'pet' | 'appointment' | 'slot' | 'confirm' | null;
  /** The aliases of the choices of a question for a service, a pet or an appointment, in their order. */
  readonly options: readonly string[];
  readonly offers: readonly OfferedSlot[];
  readonly pending: Pending | null;
  /** Messages in a row that were not understood. */
  readonly misunderstood: number;
  readonly turns_without_progress: number;
  /** Whether the customer was told that this is an assistant. */
  readonly is_introduced: boolean;
}

/** Why a conversation goes to staff. Shown to staff, so each has a text in the web app. */
export const HANDOFF_REASONS = [
  'emergency',
  'customer_wants_person',
  'complaint',
  'not_understood',
  'no_progress',
  'not_allowed_here',
  'tool_failed',
  'model_failed',
  'medical',
  'promise',
  'unproven_claim',
  'unsafe_text',
  'model_asked',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** The proof of a claim: an outcome of this turn, or an appointment that existed before it. */
export interface Evidence {
  readonly kind: 'booked' | 'requested' | 'moved' | 'cancelled' | 'existing' | 'existing_request';
  readonly service: string;
  readonly pet: string | null;
  /** ISO 8601. */
  readonly starts_at: string;
}

export interface DraftChoice {
  /** Comes back as `tapped`. */
  readonly id: string;
  readonly label: string;
}

/** What staff read when they take over, from facts only. The web app has the words around it. */
export interface HandoffBrief {
  readonly reason: HandoffReason;
  /** All unanswered messages. */
  readonly messages: readonly string[];
  readonly topic: Topic | null;
  readonly service: string | null;
  readonly pet: string | null;
  readonly from: string | null;
  readonly time: string | null;
  readonly appointments: readonly Evidence[];
  /** What was done or tried in this turn: the tool and its code, for example `hold_slot: SLOT_TAKEN`. */
  readonly tried: readonly string[];
  /** In the words of the model; null in rules mode. */
  readonly summary: string | null;
}

/** The end of a turn. Its text has passed all gates. */
export interface Draft {
  readonly action: 'reply' | 'ask' | 'offer_slots' | 'handoff' | 'noop';
  /** Empty only for `noop`. Longer texts are split by {@link splitText}. */
  readonly text: string;
  readonly choices: readonly DraftChoice[];
  /** Ids of the snippets that the text relies on. */
  readonly citations: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Set for `handoff` and `noop`. */
  readonly reason: HandoffReason | NoopReason | null;
  /** Set for `handoff`. */
  readonly brief: HandoffBrief | null;
  /** A question that no article answers; staff get a task for it. */
  readonly gap: string | null;
}

/** A passage of the company's knowledge. `score` is from 0 to 1. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly score: number;
}

/** Something outside the core. The adapter runs it and gives its outcome to `step`. */
export type Effect =
  | { readonly kind: 'tool'; readonly call: ToolCall }
  | { readonly kind: 'retrieve'; readonly query: string; readonly language: Language }
  | { readonly kind: 'model'; readonly request: ModelRequest };

export type Outcome =
  | { readonly kind: 'tool'; readonly outcome: ToolOutcome }
  | { readonly kind: 'retrieved'; readonly snippets: readonly Snippet[] }
  | { readonly kind: 'model'; readonly answer: ModelAnswer };

export type StepInput = { readonly kind: 'start' } | Outcome;

export interface TurnState {
  readonly facts: TurnFacts;
  /** Before this turn. */
  readonly before: DialogueState;
  /** Null without a key, or when the budget is spent: rules decide alone. */
  readonly model: ModelSettings | null;
  /** Of the effects of this turn, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** What staff see of a turn. */
export interface TurnTrace {
  readonly language: Language;
  readonly intents: readonly string[];
  readonly calls: readonly { readonly name: string; readonly args: unknown; readonly code: string }[];
  /** Gates that have changed the draft. */
  readonly gates: readonly string[];
  readonly model_steps: number;
  readonly tokens: ModelTokens;
}

/** Either the next effect, or the draft with the dialogue to store. */
export type StepResult =
  | { readonly done: false; readonly state: TurnState; readonly effect: Effect }
  | {
      readonly done: true;
      readonly state: TurnState;
      readonly draft: Draft;
      readonly dialogue: DialogueState;
      readonly trace: TurnTrace;
    };
