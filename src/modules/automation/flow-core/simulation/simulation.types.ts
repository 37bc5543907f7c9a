import type { EffectOutcome, FlowEffect, FlowFacts, StopReason } from '../core.types.js';

/** What the customer does: `choice` counts from 1. With `at` (ISO 8601) everything that is due before happens first; with `at` alone the customer does nothing. */
export interface SimulationInput {
  readonly text?: string;
  readonly choice?: number;
  readonly at?: string;
}

export interface SimulationSetup {
  readonly facts: FlowFacts;
  readonly inputs: readonly SimulationInput[];
  /** The outcome of an effect by the id of its node; absent: it succeeds. */
  readonly stubs: Readonly<Record<string, EffectOutcome>>;
  readonly now: Date;
}

export interface TranscriptLine {
  readonly from: 'customer' | 'flow';
  readonly text: string;
  readonly choices: readonly string[];
  readonly at: string;
  /** The node that sent the text; null for the customer. */
  readonly node_id: string | null;
}

/** Outlets without an edge do not count. */
export interface Coverage {
  readonly nodes: { readonly visited: number; readonly all: number };
  readonly outlets: { readonly taken: number; readonly all: number };
}

export interface Simulation {
  readonly transcript: readonly TranscriptLine[];
  /** The effects that would have happened, without messages. */
  readonly effects: readonly { readonly node_id: string; readonly at: string; readonly effect: FlowEffect }[];
  readonly path: readonly { readonly node_id: string; readonly outlet: string | null }[];
  readonly coverage: Coverage;
  /** Of the last run; null while it waits, or if no trigger fits. */
  readonly stop_reason: StopReason | null;
}
