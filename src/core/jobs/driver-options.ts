import { JOB_MAX_ATTEMPTS, LOCK_TTL_MS, MAX_PAYLOAD_BYTES, POLL_INTERVAL_MS } from './jobs.constants.js';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './retry-delay.js';

export interface DriverOptions {
  readonly maxAttempts: number;
  readonly retry: RetryPolicy;
  readonly lockTtlMs: number;
  readonly pollIntervalMs: number;
}

export const DEFAULT_DRIVER_OPTIONS: DriverOptions = {
  maxAttempts: JOB_MAX_ATTEMPTS,
  retry: DEFAULT_RETRY_POLICY,
  lockTtlMs: LOCK_TTL_MS,
  pollIntervalMs: POLL_INTERVAL_MS,
};

/** The key of recurring jobs: while one occurrence is unfinished, the next one is left out. */
export const RECURRING_KEY = 'every';

/** The payload as the queue returns it. @throws Error if it is larger than a few ids */
export function toStoredPayload(jobName: string, payload: object): Record<string, unknown> {
  const json = JSON.stringify(payload);
  if (Buffer.byteLength(json) > MAX_PAYLOAD_BYTES) {
    throw new Error(`Payload of ${jobName} exceeds ${MAX_PAYLOAD_BYTES} bytes: pass ids, not documents`);
  }
  return JSON.parse(json) as Record<string, unknown>;
}
