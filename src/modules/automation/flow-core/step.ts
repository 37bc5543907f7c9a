import type { CompiledFlow, FlowInput, Json, RunState, StepResult } from './core.types.js';

/** A run that has not taken its first step. `vars` are values that the event brings. */
export function newRun(_flow: CompiledFlow, _triggerNodeId: string, _vars: Record<string, Json> = {}): RunState {
  throw new Error('not written yet');
}

/**
 * Runs one node, or gives a waiting node what it waits for. An input that does not fit the state changes nothing: the result has the
 * same `state` object and no log. An answer at `wait.until` or later counts as the end of the waiting time.
 */
export function step(_flow: CompiledFlow, _state: RunState, _input: FlowInput, _now: Date): StepResult {
  throw new Error('not written yet');
}
