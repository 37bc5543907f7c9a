import type { RunStatus, StopReason } from '../flow-core/index.js';
import type { FlowRun, RunEffect, RunTrigger } from './schemas/flow-run.schema.js';

/** A run without what the customer said. */
export interface RunSummaryView {
  readonly _id: string;
  readonly flow_id: string;
  readonly flow_name: string;
  readonly version: number;
  readonly conversation_id: string;
  readonly contact_id: string;
  readonly trigger: Pick<RunTrigger, 'kind' | 'node_id'>;
  readonly status: RunStatus;
  readonly stop_reason: StopReason | null;
  /** Where the run is, or ended. */
  readonly node_id: string;
  readonly steps: number;
  /** The end of the wait; null if it does not wait for a time. */
  readonly waits_until: Date | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

export interface RunView extends RunSummaryView {
  readonly vars: FlowRun['state']['vars'];
  readonly log: FlowRun['log'];
  readonly effects: (Pick<RunEffect, 'step' | 'kind' | 'status' | 'at'> & {
    readonly error: { readonly code: string; readonly message: string } | null;
  })[];
}

export function toRunSummary(run: FlowRun): RunSummaryView {
  const { _id, flow_id, flow_name, version, conversation_id, contact_id, trigger, state, started_at, ended_at } = run;
  const { status, stop_reason, node_id, steps, wait } = state;
  return {
    _id: _id.toHexString(),
    flow_id: flow_id.toHexString(),
    flow_name,
    version,
    conversation_id: conversation_id.toHexString(),
    contact_id: contact_id.toHexString(),
    trigger: { kind: trigger.kind, node_id: trigger.node_id },
    status,
    stop_reason,
    node_id,
    steps,
    waits_until: wait && wait.kind !== 'effect' ? new Date(wait.until) : null,
    started_at,
    ended_at,
  };
}

/** @param seesTexts whether the reader may read conversations; if not, there are no variables and no notes */
export function toRunView(run: FlowRun, seesTexts: boolean): RunView {
  const effects = run.effects.map(({ step, kind, status, at, outcome }) => ({
    step,
    kind,
    status,
    at,
    error: outcome && !outcome.ok ? { code: outcome.code, message: outcome.message } : null,
  }));
  const log = seesTexts ? run.log : run.log.map((step) => ({ ...step, note: null }));
  return { ...toRunSummary(run), vars: seesTexts ? run.state.vars : {}, log, effects };
}
