import { RETRY_BASE_MS, RETRY_CAP_MS } from './jobs.constants.js';

export interface RetryPolicy {
  readonly baseMs: number;
  readonly capMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { baseMs: RETRY_BASE_MS, capMs: RETRY_CAP_MS };

/**
 * Exponential backoff with full jitter, so that jobs that failed together do not come back together.
 * @param attempt the attempt that failed, from 1
 * @returns milliseconds to wait
 */
export function retryDelayMs(
  attempt: number,
  policy = DEFAULT_RETRY_POLICY,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  return Math.round(random() * ceiling);
}
