import { RUN_STATUSES, type RunStatus } from './run-types.ts';

/** The filters of the list of runs in the address. */
export interface RunsSearch {
  flow?: string | undefined;
  conversation?: string | undefined;
  status?: RunStatus | undefined;
}

const ID = /^[0-9a-f]{24}$/;

/** Reads the filters of an address. Unknown values are left out. */
export function readRunsSearch({ flow, conversation, status }: Record<string, unknown>): RunsSearch {
  const known = RUN_STATUSES.find((name) => name === status);
  return {
    ...(isId(flow) ? { flow } : {}),
    ...(isId(conversation) ? { conversation } : {}),
    ...(known ? { status: known } : {}),
  };
}

// An id of digits alone is read as a number, which has lost digits.
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
