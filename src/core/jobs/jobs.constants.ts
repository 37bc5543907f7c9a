export const DEFAULT_CONCURRENCY = 5;

export const DEFAULT_TIMEOUT_MS = 60_000;

export const JOB_MAX_ATTEMPTS = 5;

/** Retry n waits a random time up to min(cap, base * 2^(n-1)). */
export const RETRY_BASE_MS = 1_000;
export const RETRY_CAP_MS = 5 * 60_000;

/** A process that does not renew its lock for this time loses the job. */
export const LOCK_TTL_MS = 30_000;

/** For jobs that another process stored; its own jobs wake it at once. */
export const POLL_INTERVAL_MS = 2_000;

/** Longer jobs are given back to the queue when the process stops. */
export const STOP_DEADLINE_MS = 10_000;

export const FAILED_RETENTION_DAYS = 30;

export const FAILED_PAGE_SIZE = 100;

/** A larger payload is a document, which does not belong in a queue. */
export const MAX_PAYLOAD_BYTES = 4_096;
