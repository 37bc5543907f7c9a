import type { FlowActionRun } from '../flow-action-run.js';

/** The beginning of the client keys of all holds of the run. */
export const holdsOf = ({ run_id }: FlowActionRun): string => `flow:${run_id.toHexString()}:`;

/** The client key of the hold of this step. */
export const holdKeyOf = (run: FlowActionRun): string => `${holdsOf(run)}${run.step}`;
