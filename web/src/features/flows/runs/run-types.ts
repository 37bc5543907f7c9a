import type { Schemas } from '#web/lib/api/client.ts';

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

/** Each has words in `locales`. */
export type StopReason = NonNullable<RunSummary['stop_reason']>;

export type RunSummary = Schemas['RunSummaryDto'];
/** One line of the log. A step that waits has a second line. */
export type StepLog = Schemas['RunStepDto'];
export type RunEffect = Schemas['RunEffectDto'];
export type Run = Schemas['RunDto'];
export type FlowStats = Schemas['FlowStatsDto'];

/** Each has words in `locales`. */
export type EffectKind =
  | 'send'
  | 'tag'
  | 'untag'
  | 'assign'
  | 'hand_off'
  | 'start_flow'
  | 'api_call'
  | 'find_slots'
  | 'hold_slot'
  | 'confirm_booking';

/** Why a run has ended, as a key of `reasons` in `locales`; null while it goes on. */
export function endOf({ status, stop_reason }: Pick<RunSummary, 'status' | 'stop_reason'>) {
  const isByCustomer = status === 'stopped' && stop_reason === 'started_another_flow';
  return isByCustomer ? 'customer_started_another' : stop_reason;
}

export const hasEnded = ({ ended_at }: Pick<RunSummary, 'ended_at'>): boolean => ended_at !== null;
