import { FetchStatusError, ResponseTooLargeError, UnsafeUrlError } from '../../../core/outbound/index.js';
import { GraphRefusal } from '../meta/index.js';

/** The file is not what it was said to be. */
export class WrongFileError extends Error {
  override readonly name = 'WrongFileError';
}

/** Addresses of files die with a story, or after some minutes; Meta then answers with any of these. */
const GONE_STATUSES = new Set([401, 403, 404, 410]);
const BUSY_STATUSES = new Set([408, 425, 429]);
const MISSING_OBJECT_CODE = 100;

/** What a failed fetch means: the file is gone for good, nothing can be done, or trying again may help. */
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
