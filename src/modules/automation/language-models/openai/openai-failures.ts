import type OpenAI from 'openai';
import { CallTimeoutError, ResponseTooLargeError, UnsafeUrlError } from '../../../../core/outbound/index.js';
import type { ModelFailureCode } from '../language-model.js';

const STATUS_CODES: Readonly<Record<number, ModelFailureCode>> = {
  401: 'KEY_REFUSED',
  403: 'KEY_REFUSED',
  404: 'MODEL_NOT_FOUND',
  429: 'RATE_LIMITED',
};
/** With status 429, but waiting does not help. */
const NO_CREDIT = 'insufficient_quota';

/** The classes of errors, of the library as it was loaded. */
export type OpenAiErrors = Pick<
  typeof OpenAI,
  'APIUserAbortError' | 'APIConnectionTimeoutError' | 'APIConnectionError' | 'APIError'
>;

export function failureOf(error: unknown, errors: OpenAiErrors): ModelFailureCode {
  if (error instanceof errors.APIUserAbortError || error instanceof errors.APIConnectionTimeoutError)
    return 'TIMED_OUT';
  if (error instanceof errors.APIConnectionError) return codeOfConnection(error.cause);
  if (error instanceof errors.APIError && typeof error.status === 'number')
    return codeOfStatus(error.status, error.code);
  // A body that is not JSON.
  return 'INVALID_ANSWER';
}

function codeOfConnection(cause: unknown): ModelFailureCode {
  if (cause instanceof UnsafeUrlError) return 'ADDRESS_NOT_ALLOWED';
  if (cause instanceof CallTimeoutError) return 'TIMED_OUT';
  return cause instanceof ResponseTooLargeError ? 'INVALID_ANSWER' : 'UNREACHABLE';
}

function codeOfStatus(status: number, code: string | null | undefined): ModelFailureCode {
  if (code === NO_CREDIT) return 'QUOTA_USED_UP';
  return STATUS_CODES[status] ?? (status >= 500 ? 'SERVER_ERROR' : 'REQUEST_REFUSED');
}
