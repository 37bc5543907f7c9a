/** What the core takes and gives. Everything is plain data, so that a run can be stored, replayed and compared. */
import type { ActionOf, FlowGraph, FlowNode, TriggerKind } from './graph.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A graph in the form that `step` reads: nodes by id, and the target of each outlet. */
export interface CompiledFlow {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** `<node id>/<outlet>` -> node id. */
  readonly targets: ReadonlyMap<string, string>;
  readonly graph: FlowGraph;
}

export const RUN_STATUSES = [
  'running',
  'waiting_input',
  'waiting_delay',
  'waiting_effect',
  'done',
  'failed',
  'stopped',
  'handed_off',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Why a run has ended. Shown to staff, so each has a text in the web app. */
export const STOP_REASONS = [
  'finished',
  'handed_off',
  'started_another_flow',
  'no_answer',
  'staff_replied',
  'automation_off',
  'customer_opted_out',
  'emergency',
  'customer_wants_person',
  'customer_restarted',
  'conversation_resolved',
  'stopped_by_user',
  'flow_paused',
  'flow_deleted',
  'contact_deleted',
  'too_many_steps',
  'too_many_visits',
  'too_many_messages',
  'too_many_messages_today',
  'took_too_long',
  'variables_too_large',
  'action_failed',
  'send_failed',
  'node_missing',
  'internal_error',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const LIMITS = {
  steps: 100,
  visitsOfNode: 10,
  messagesWithoutAnswer: 20,
  messagesOfContactPerDay: 50,
  activationMs: 30_000,
  variablesBytes: 64 * 1024,
  valueBytes: 8 * 1024,
} as const;

/** Times are ISO 8601 in UTC. */
export type Wait =
  | {
      readonly kind: 'answer';
      readonly node_id: string;
      readonly until: string;
      readonly tries: number;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'delay'; readonly node_id: string; readonly until: string }
  | {
      readonly kind: 'effect';
      readonly node_id: string;
      readonly step: number;
      /** Of a question: how many answers did not fit so far. */
      readonly tries: number;
      /** Of a booking action that asks for the pet: the pets. */
      readonly choices?: readonly Choice[];
    };

/** A choice as the customer sees it. `value` is stored in the variable; `outlet` is where the run goes on. */
export interface Choice {
  readonly label: string;
  readonly value: Json;
  readonly outlet: string;
}

export interface RunState {
  readonly status: RunStatus;
  /** The node that runs next, or that waits. */
  readonly node_id: string;
  readonly steps: number;
  readonly visits: Readonly<Record<string, number>>;
  readonly messages_since_answer: number;
  readonly vars: Readonly<Record<string, Json>>;
  /** The pet of the bookings; absent until it is known. After its booking the next one asks again. */
  readonly pet?: { readonly id: string; readonly is_booked?: true };
  readonly wait: Wait | null;
  readonly stop_reason: StopReason | null;
}

export interface PetFacts {
  readonly id: string;
  readonly name: string;
  readonly species: string | null;
  readonly breed: string | null;
  readonly weight_kg: number | null;
  /** `expires_on`: YYYY-MM-DD, null without an end. */
  readonly vaccinations: readonly { readonly name: string; readonly expires_on: string | null }[];
}

/** The facts that a flow may read; they are loaded once for each activation. */
export interface FlowFacts {
  readonly contact: {
    readonly full_name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly tags: readonly string[];
  };
  /** The pet of the appointment that started the flow first, then the others. */
  readonly pets: readonly PetFacts[];
  /** The pet of the appointment that started the flow; null without one, or with several pets. */
  readonly appointment_pet_id: string | null;
  readonly company: {
    readonly name: string;
    readonly phone: string | null;
    readonly time_zone: string;
    readonly locale: string;
  };
  /** The appointment that started the flow, else the next one of the contact. */
  readonly appointment: {
    readonly service: string;
    readonly starts_at: string;
    readonly date: string;
    readonly time: string;
    readonly staff: string | null;
  } | null;
  readonly platform: string;
  /** The customer's last message; empty if there is none. */
  readonly last_text: string;
  readonly is_open_now: boolean;
  readonly is_window_open: boolean;
}

/** A pet that a booking may be for, as the customer reads it. */
export interface OfferedPet {
  readonly id: string;
  readonly label: string;
}

/** The outcome of an effect. `code` is stable, `message` is for staff. */
export type EffectOutcome =
  | {
      readonly ok: true;
      readonly value?: Json;
      /** Of `find_slots` and `hold_slot`: the pet that they are for. */
      readonly pet_id?: string;
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      /** Of `PETS_AMBIGUOUS`: the run asks the customer for one of them, and repeats the action. */
      readonly pets?: readonly OfferedPet[];
    };

/**
 * `go_on`: run the current node. Every input carries the facts, because any node may need them. `choice` is the number of a tapped
 * button and counts from 1, as outlets do.
 */
export type FlowInput =
  | { readonly kind: 'go_on'; readonly facts: FlowFacts }
  | { readonly kind: 'answer'; readonly facts: FlowFacts; readonly text: string; readonly choice?: number }
  | { readonly kind: 'time'; readonly facts: FlowFacts }
  | { readonly kind: 'outcome'; readonly facts: FlowFacts; readonly outcome: EffectOutcome };

export interface SentText {
  readonly text: string;
  readonly attachments: readonly { readonly type: 'image' | 'video' | 'audio' | 'file'; readonly url: string }[];
  readonly choices: readonly string[];
  /** Shows the choices as a list; this is the label that opens it. */
  readonly list_button?: string;
}

/**
 * Something that happens outside the run. A step asks for at most one; its outcome is the next input. Values of good outcomes: `find_slots` a
 * list of `{label, starts_at, staff_id}`, `hold_slot` an object with `hold_id`, `api_call` and `confirm_booking` anything for `save_as`.
 */
export type FlowEffect =
  | { readonly kind: 'send'; readonly message: SentText }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'untag'; readonly tag: string }
  | { readonly kind: 'assign'; readonly user_id: string }
  | { readonly kind: 'hand_off'; readonly reason: string }
  | { readonly kind: 'start_flow'; readonly flow_id: string }
  | {
      readonly kind: 'api_call';
      readonly method: ActionOf<'api_call'>['method'];
      readonly url: string;
      /** Values may hold `{{secret.NAME}}`, which only the adapter fills in. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | null;
    }
  | {
      readonly kind: 'find_slots';
      readonly service_id: string;
      readonly limit: number;
      readonly from: string | null;
      readonly pet_id: string | null;
    }
  | {
      readonly kind: 'hold_slot';
      readonly service_id: string;
      readonly starts_at: string;
      readonly staff_id: string | null;
      readonly pet_id: string | null;
    }
  | { readonly kind: 'confirm_booking'; readonly hold_id: string };

/** One line of the run's log: the node that ran, its result, and the outlet that it took. A node that waits has a second line of the same `step`. */
export interface StepLog {
  readonly step: number;
  readonly node_id: string;
  readonly type: FlowNode['type'];
  readonly at: string;
  /** Null while the node waits, and at the end. */
  readonly outlet: string | null;
  /** Short and without secrets: the sent text, the taken answer, the tag, the code of an error. */
  readonly note: string | null;
}

export interface StepResult {
  readonly state: RunState;
  /** None or one. */
  readonly effects: readonly FlowEffect[];
  readonly log: readonly StepLog[];
}

/** What may start a flow. */
export interface FlowEvent {
  readonly kind: TriggerKind | 'message';
  readonly text?: string;
  readonly tag?: string;
  readonly channel_id: string | null;
}

export const PROBLEM_SEVERITIES = ['error', 'warning'] as const;
export type ProblemSeverity = (typeof PROBLEM_SEVERITIES)[number];

/** A problem of a graph. The web app has a text for each `code`; `node_id` is the node with the problem. */
export interface FlowProblem {
  readonly code: string;
  /** A flow with a `warning` may be published. */
  readonly severity: ProblemSeverity;
  readonly node_id?: string;
  readonly message: string;
  readonly details?: ProblemDetails;
}

/** What the message of a fault names. */
export interface ProblemDetails {
  /** Of a variable (its path), a secret or a label. */
  readonly name?: string;
  /** Of the node's data. */
  readonly field?: string;
  /** The channel that cannot show it. */
  readonly platform?: string;
  /** What that channel shows at most: choices or characters; of a reply window its hours. */
  readonly limit?: number;
  /** The name of another flow. */
  readonly flow?: string;
}
