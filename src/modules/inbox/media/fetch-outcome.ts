import { FetchStatusError, ResponseTooLargeError, UnsafeUrlError } from '../../../core/outbound/index.js';
import { GraphRefusal } from '../meta/index.js';

export class WrongFileError extends Error {
  override readonly name = 'WrongFileError';
}

/** Meta's answers for an address that has expired, or whose story has. */
const GONE_STATUSES = new Set([401, 403, 404, 410]);
const BUSY_STATUSES = new Set([408, 425, 429]);
const MISSING_OBJECT_CODE = 100;

/** `expired`: gone for good; `failed`: cannot be used; `retry`: try again. */
export type FetchOutcome = 'expired' | 'failed' | 'retry';

export function outcomeOf(error: unknown): FetchOutcome {
  if (error instanceof UnsafeUrlError || error instanceof ResponseTooLargeError || error instanceof WrongFileError) {
    return 'failed';
  }
  if (error instanceof GraphRefusal) return error.code === MISSING_OBJECT_CODE ? 'expired' : 'retry';
  if (!(error instanceof FetchStatusError)) return 'retry';
  if (GONE_STATUSES.has(error.status)) return 'expired';
  return error.status >= 500 || BUSY_STATUSES.has(error.status) ? 'retry' : 'failed';
}
