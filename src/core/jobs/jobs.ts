import type { JobDefinition, JobPayload } from './job-definition.js';

export interface ScheduleOptions {
  /** While a job with this key is unfinished (waiting, running or between retries), an equal one adds nothing. */
  readonly key?: string;
}

export interface EnqueueOptions extends ScheduleOptions {
  readonly delayMs?: number;
}

/** What a handler learns about its run. */
export interface JobRun {
  readonly id: string;
  readonly key: string | undefined;
  /** 1 on the first start; crashed starts count. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Aborted at the timeout and when the process stops; pass it on to every outside call. */
  readonly signal: AbortSignal;
}

/** A job that used up its attempts. */
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
  /** Only work whose payload names this company; without it, that of all companies and of none. */
  readonly companyId?: string | undefined;
  readonly limit?: number;
}

export interface JobCounts {
  /** Stored and not finished: due, delayed or running. */
  readonly waiting: number;
  readonly failed: number;
}

/**
 * The port of background work, and its DI token. Delivery is at least once and unordered: handlers must be idempotent.
 * A job survives the process once `enqueue` has resolved (except with the inline driver of the tests).
 */
export abstract class Jobs {
  /** Stores a job to run as soon as possible, or after `delayMs`. */
  abstract enqueue<P extends JobPayload<P>>(job: JobDefinition<P>, payload: P, options?: EnqueueOptions): Promise<void>;

  /** Stores a job to run at a time; a time in the past means now. */
  async schedule<P extends JobPayload<P>>(
    job: JobDefinition<P>,
    payload: P,
    at: Date,
    options: ScheduleOptions = {},
  ): Promise<void> {
    await this.enqueue(job, payload, { ...options, delayMs: Math.max(0, at.getTime() - Date.now()) });
  }

  /**
   * Runs a job again and again: at once and then every `interval` milliseconds, or by a cron expression (UTC).
   * Any number of processes may declare it: one of them runs each occurrence, and an occurrence that falls due while
   * the previous one is unfinished is left out.
   */
  abstract every(job: JobDefinition, interval: number | string): Promise<void>;

  /** Jobs that used up their attempts, the latest first. */
  abstract failed(filter?: FailedJobFilter): Promise<readonly FailedJob[]>;

  /**
   * Gives a failed job a fresh set of attempts; false when it is no longer failed, is not the company's that is asked
   * for, or an equal key is waiting.
   */
  abstract retry(id: string, companyId?: string): Promise<boolean>;

  abstract counts(): Promise<JobCounts>;

  /** Resolves when the server that keeps the jobs answers, at the cost of one short command. */
  abstract ping(): Promise<void>;

  /** Starts running jobs in this process; before it, jobs can only be stored. */
  abstract start(): Promise<void>;

  /** Takes no more jobs, waits for the running ones up to the deadline (milliseconds), and gives the rest back. */
  abstract stop(deadlineMs?: number): Promise<void>;
}
