import type { LockLease } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import {
  type CompiledFlow,
  type EffectOutcome,
  type FlowEffect,
  type FlowFacts,
  type FlowInput,
  LIMITS,
  type RunStatus,
  type StepResult,
  type StopReason,
} from '../../flow-core/index.js';
import { RECOVERY_MS } from '../flow-runs.repository.js';
import type { FlowRun, PlannedEffect, RunEffect } from '../schemas/flow-run.schema.js';

/** An input without the facts, which the driver adds. */
export type Given = FlowInput extends infer Input ? (Input extends FlowInput ? Omit<Input, 'facts'> : never) : never;

/** The work on one run under the lock of its conversation, until it waits or ends. */
export interface Activation {
  readonly scope: CompanyScope;
  readonly lease: LockLease;
  readonly flow: CompiledFlow;
  readonly run: FlowRun;
  conversation: Conversation;
  facts: FlowFacts;
  /** False until the new run is inserted. */
  isStored: boolean;
  /** Messages of flows to this contact in the last day. */
  sentToday: number;
  /** Whether the flow has said something since the activation began. */
  hasSpoken: boolean;
  readonly endsBy: number;
}

/** The longest message of a failed effect in the ledger, in characters. */
const MAX_MESSAGE = 500;

/** The flow must not go on. */
export interface Stopped {
  readonly stopped: StopReason;
}

export const activationEnd = (): number => Date.now() + LIMITS.activationMs;

/** Writes the result of a step into the run. @returns the effect to run, if there is one */
export function apply(run: FlowRun, { state, effects, log }: StepResult, now: Date): PlannedEffect | undefined {
  const [effect] = effects;
  const entry = effect && planned(effect, stepOf(state.wait, state.steps), now);
  run.state = state;
  run.log = [...run.log, ...log];
  if (entry) run.effects = [...run.effects, entry];
  setDue(run, now);
  return entry;
}

/** Writes the outcome of an effect into the ledger. What it brought is in the variables, if the flow keeps it. */
export function settle(run: FlowRun, entry: RunEffect, outcome: EffectOutcome): void {
  const kept: EffectOutcome = outcome.ok
    ? { ok: true }
    : { ...outcome, message: outcome.message.slice(0, MAX_MESSAGE) };
  const done: RunEffect = { ...entry, effect: null, status: outcome.ok ? 'done' : 'failed', outcome: kept };
  run.effects = run.effects.map((one) => (one.step === entry.step && one.kind === entry.kind ? done : one));
}

/** Ends the run from outside of its graph. */
export function stopRun(run: FlowRun, reason: StopReason, status: RunStatus = 'stopped'): void {
  run.state = { ...run.state, status, wait: null, stop_reason: reason };
  run.effects = run.effects.map((entry) =>
    entry.status === 'planned' ? { ...entry, effect: null, status: 'cancelled' } : entry,
  );
  setDue(run, new Date());
}

export function isEnded({ status }: { readonly status: RunStatus }): boolean {
  return status === 'done' || status === 'failed' || status === 'stopped' || status === 'handed_off';
}

function planned(effect: FlowEffect, step: number, at: Date): PlannedEffect {
  return { step, kind: effect.kind, effect, status: 'planned', outcome: null, at };
}

function stepOf(wait: FlowRun['state']['wait'], steps: number): number {
  return wait?.kind === 'effect' ? wait.step : steps;
}

/** Sets when the sweep has to look at the run, and removes `active` from a run that has ended. */
function setDue(run: FlowRun, now: Date): void {
  const { state } = run;
  delete run.due_at;
  if (isEnded(state)) {
    delete run.active;
    run.ended_at = now;
    return;
  }
  const { wait } = state;
  run.due_at =
    wait && wait.kind !== 'effect' ? new Date(wait.until) : new Date(now.getTime() + LIMITS.activationMs + RECOVERY_MS);
}
