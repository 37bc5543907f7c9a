import type { JobDefinition, JobPayload } from './job-definition.js';

export interface ScheduleOptions {
  /** While a job with this key is unfinished (waiting, running or between retries), an equal one adds nothing. */
  readonly key?: string;
}

export interface EnqueueOptions extends ScheduleOptions {
  readonly delayMs?: number;
}

export interface JobRun {
  readonly id: string;
  readonly key: string | undefined;
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Aborted at the timeout and when the process stops; pass it on to every outside call. */
  readonly signal: AbortSignal;
}

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly key: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly error: string;
  readonly failedAt: Date;
}

export interface FailedJobFilter {
  /** Without it, jobs of all companies and of none. */
  readonly companyId?: string | undefined;
  readonly limit?: number;
}

export interface JobCounts {
  /** Due, delayed or running. */
  readonly waiting: number;
  readonly failed: number;
}

/**
 * The port of background work. Delivery is at least once and unordered, so handlers must be idempotent. A job
 * survives the process once `enqueue` has resolved (except with the inline driver of the tests).
 */
export abstract class Jobs {
  abstract enqueue<P extends JobPayload<P>>(job: JobDefinition<P>, payload: P, options?: EnqueueOptions): Promise<void>;

  async schedule<P extends JobPayload<P>>(
    job: JobDefinition<P>,
    payload: P,
    at: Date,
    options: ScheduleOptions = {},
  ): Promise<void> {
    await this.enqueue(job, payload, { ...options, delayMs: Math.max(0, at.getTime() - Date.now()) });
  }

  /**
   * Runs a job at once and then every `interval` milliseconds, or by a cron expression (UTC). Many processes may
   * declare it: one of them runs each occurrence. An occurrence is left out while the previous one is unfinished.
   */
  abstract every(job: JobDefinition, interval: number | string): Promise<void>;

  abstract failed(filter?: FailedJobFilter): Promise<readonly FailedJob[]>;

  /**
   * Gives a failed job new attempts.
   * @returns false if it no longer is failed, belongs to another company, or an equal key is waiting
   */
  abstract retry(id: string, companyId?: string): Promise<boolean>;

  abstract counts(): Promise<JobCounts>;

  /** Resolves when the server that keeps the jobs answers. */
  abstract ping(): Promise<void>;

  abstract start(): Promise<void>;

  /** Takes no more jobs, waits for the running ones up to the deadline (milliseconds), and gives the rest back. */
  abstract stop(deadlineMs?: number): Promise<void>;
}
