import type { SendFailure } from './message-sender.js';
import { sendFailure } from './send-failures.js';

/** For the whole call: name look-up, connection, request and answer. */
export const SEND_DEADLINE_MS = 10_000;
/** Errors before a byte was sent: nothing can have arrived. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const RETRYABLE_4XX = new Set([408, 409, 425]);
const TOO_MANY_REQUESTS = 429;
const MS_PER_SECOND = 1_000;

/** @param who the provider's name for staff */
export function transportFailure(error: unknown, who: string): SendFailure {
  const code = codeOf(error);
  const isRefused = NOT_SENT.has(code) || hasCause(error, NOT_SENT);
  if (isRefused) return sendFailure('UNREACHABLE', { message: `${who} unreachable` });
  const isTimeout = ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED'].includes(code);
  return isTimeout
    ? sendFailure('TIMED_OUT', { message: `${who} timed out` })
    : sendFailure('BROKEN_OFF', { message: `${who} broke off` });
}

/** For an answer without a provider's error code. @param retryAfter the header, in seconds */
export function statusFailure(status: number, retryAfter: string | undefined): SendFailure {
  if (status >= 500) return sendFailure('SERVER_ERROR');
  const retryAfterMs = retryAfter ? Number(retryAfter) * MS_PER_SECOND : NaN;
  const pause = Number.isFinite(retryAfterMs) ? { retryAfterMs } : {};
  if (status === TOO_MANY_REQUESTS) return sendFailure('SENDING_LIMITED', pause);
  return sendFailure(RETRYABLE_4XX.has(status) ? 'TEMPORARY_FAILURE' : 'BAD_REQUEST', pause);
}

/** Of axios and of Node itself. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function hasCause(error: unknown, codes: ReadonlySet<string>): boolean {
  const cause = (error as { cause?: { code?: string; errors?: { code?: string }[] } } | null)?.cause;
  return codes.has(cause?.code ?? '') || (cause?.errors ?? []).some(({ code }) => codes.has(code ?? ''));
}
