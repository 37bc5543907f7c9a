import { isAxiosError } from 'axios';
import type { SendFailure } from './message-sender.js';

/** For the whole call: name look-up, connection, request and answer. */
export const SEND_DEADLINE_MS = 10_000;
/** Errors before a byte was sent: nothing can have arrived. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const RETRYABLE_4XX = new Set([408, 409, 425, 429]);

/** @param who the provider's name for staff */
export function transportFailure(error: unknown, who: string): SendFailure {
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const isRefused = NOT_SENT.has(code) || hasCause(error, NOT_SENT);
  if (isRefused) return { outcome: 'failed', code: 'UNREACHABLE', message: `${who} unreachable`, retryable: true };
  const isTimeout = ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED'].includes(code);
  const message = isTimeout ? `${who} timed out` : `${who} broke off`;
  return { outcome: 'unknown', code: isTimeout ? 'TIMED_OUT' : 'BROKEN_OFF', message, retryable: true };
}

export function statusFailure(status: number, retryAfter: string | undefined): SendFailure {
  if (status >= 500) return { outcome: 'unknown', code: 'SERVER_ERROR', message: 'Server error', retryable: true };
  const retryAfterMs = retryAfter ? Number(retryAfter) * 1000 : NaN;
  return {
    outcome: 'failed',
    code: status === 429 ? 'RATE_LIMITED' : 'BAD_REQUEST',
    message: 'Bad request',
    retryable: RETRYABLE_4XX.has(status),
    ...(Number.isFinite(retryAfterMs) ? { retryAfterMs } : {}),
  };
}

function hasCause(error: unknown, codes: ReadonlySet<string>): boolean {
  const cause = (error as { cause?: { code?: string; errors?: { code?: string }[] } } | null)?.cause;
  return codes.has(cause?.code ?? '') || (cause?.errors ?? []).some(({ code }) => codes.has(code ?? ''));
}
