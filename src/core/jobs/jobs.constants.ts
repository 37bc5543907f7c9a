/** Runs of one kind of job at one time in one process. */
export const DEFAULT_CONCURRENCY = 5;

/** Longest run of a job unless its handler says otherwise. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** Starts of a job, the crashed ones included, before it is kept as failed. */
export const JOB_MAX_ATTEMPTS = 5;

/** Retry n waits a random time up to min(cap, base * 2^(n-1)). */
export const RETRY_BASE_MS = 1_000;
export const RETRY_CAP_MS = 5 * 60_000;

/** A process that stops renewing its lock on a job for this long has lost the job to the others. */
export const LOCK_TTL_MS = 30_000;

/** How often a process looks for jobs that another process stored; its own wake it at once. */
export const POLL_INTERVAL_MS = 2_000;

/** Running jobs get this long to finish when the process stops; the rest is given back to the queue. */
export const STOP_DEADLINE_MS = 10_000;

/** Failed jobs are kept this long for inspection and retry. */
export const FAILED_RETENTION_DAYS = 30;

export const FAILED_PAGE_SIZE = 100;

/** Payloads are ids; anything larger is a document that has no place in a queue. */
export const MAX_PAYLOAD_BYTES = 4_096;
