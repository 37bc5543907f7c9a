import { randomUUID } from 'node:crypto';
import { type DriverOptions, RECURRING_KEY, toStoredPayload } from '../driver-options.js';
import type { JobDefinition, JobPayload } from '../job-definition.js';
import { JobReleasedError, UnretryableJobError, errorMessage } from '../job-errors.js';
import type { JobRunner, TakenJob } from '../job-runner.js';
import { type EnqueueOptions, type FailedJob, type FailedJobFilter, type JobCounts, Jobs } from '../jobs.js';
import { FAILED_PAGE_SIZE } from '../jobs.constants.js';
import { retryDelayMs } from '../retry-delay.js';

export interface EnqueuedJob {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
  readonly runAt: Date;
}

interface PendingJob extends Omit<TakenJob, 'maxAttempts' | 'attempt'> {
  attempt: number;
  runAt: Date;
  running: boolean;
}

interface DrainOptions {
  readonly includeDelayed?: boolean;
}

/** Ends a drain of a handler that enqueues itself for ever. */
const MAX_DRAINED_RUNS = 10_000;

/** Jobs in memory, for tests. They wait for `drain` until `start` is called. */
export class InlineJobs extends Jobs {
  readonly enqueued: EnqueuedJob[] = [];
  private readonly pending = new Map<string, PendingJob>();
  private readonly failures = new Map<string, FailedJob>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly recurring = new Map<string, number | string>();
  private readonly running = new Set<Promise<void>>();
  private started = false;

  constructor(
    private readonly runner: JobRunner,
    private readonly options: DriverOptions,
  ) {
    super();
  }

  enqueue<P extends JobPayload<P>>(job: JobDefinition<P>, payload: P, options: EnqueueOptions = {}): Promise<void> {
    return new Promise((resolve) => {
      this.remember(job.name, toStoredPayload(job.name, payload), options);
      resolve();
    });
  }

  /** A cron expression is only recorded. */
  async every(job: JobDefinition, interval: number | string): Promise<void> {
    if (this.recurring.get(job.name) === interval) return;
    this.recurring.set(job.name, interval);
    if (this.started) await this.startRecurring(job.name, interval);
  }

  failed({ companyId, limit = FAILED_PAGE_SIZE }: FailedJobFilter = {}): Promise<readonly FailedJob[]> {
    const seen = [...this.failures.values()].filter((job) => isOf(job, companyId));
    return Promise.resolve(seen.reverse().slice(0, limit));
  }

  retry(id: string, companyId?: string): Promise<boolean> {
    const job = this.failures.get(id);
    if (!job || !isOf(job, companyId) || (job.key !== undefined && this.holdsKey(job.name, job.key)))
      return Promise.resolve(false);
    this.failures.delete(id);
    const { name, payload, key } = job;
    this.add({ id, name, payload, key, attempt: 0, runAt: new Date(), running: false });
    return Promise.resolve(true);
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  counts(): Promise<JobCounts> {
    return Promise.resolve({ waiting: this.pending.size, failed: this.failures.size });
  }

  async start(): Promise<void> {
    this.started = true;
    for (const job of this.pending.values()) this.runWhenDue(job);
    for (const [name, interval] of this.recurring) await this.startRecurring(name, interval);
  }

  async stop(deadlineMs = 0): Promise<void> {
    this.started = false;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    await this.runner.stop(deadlineMs);
    await Promise.allSettled([...this.running]);
  }

  /** Runs due jobs one after another, also the jobs that they enqueue. @returns the number of runs */
  async drain({ includeDelayed = false }: DrainOptions = {}): Promise<number> {
    for (let runs = 0; runs < MAX_DRAINED_RUNS; runs += 1) {
      const next = this.nextDue(includeDelayed);
      if (!next) return runs;
      await this.runOnce(next);
    }
    throw new Error(`More than ${MAX_DRAINED_RUNS} runs: a job enqueues itself without end`);
  }

  private remember(name: string, payload: Record<string, unknown>, { key, delayMs = 0 }: EnqueueOptions): void {
    if (key !== undefined && this.holdsKey(name, key)) return;
    const runAt = new Date(Date.now() + delayMs);
    this.enqueued.push({ name, payload, key, runAt });
    this.add({ id: randomUUID(), name, payload, key, attempt: 0, runAt, running: false });
  }

  private nextDue(includeDelayed: boolean): PendingJob | undefined {
    return [...this.pending.values()]
      .filter((job) => !job.running && (includeDelayed || job.runAt.getTime() <= Date.now()))
      .sort((a, b) => a.runAt.getTime() - b.runAt.getTime())[0];
  }

  private holdsKey(name: string, key: string): boolean {
    return [...this.pending.values()].some((job) => job.name === name && job.key === key);
  }

  private add(job: PendingJob): void {
    this.pending.set(job.id, job);
    if (this.started) this.runWhenDue(job);
  }

  private async startRecurring(name: string, interval: number | string): Promise<void> {
    if (typeof interval === 'string') return;
    await this.enqueue({ name }, {}, { key: RECURRING_KEY });
    this.after(interval, () => void this.startRecurring(name, interval));
  }

  private runWhenDue(job: PendingJob): void {
    this.after(Math.max(0, job.runAt.getTime() - Date.now()), () => {
      const run = this.runOnce(job);
      this.running.add(run);
      void run.finally(() => this.running.delete(run));
    });
  }

  private after(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, delayMs);
    this.timers.add(timer);
  }

  /** Never rejects: a failure ends in a retry or among the failed jobs. */
  private async runOnce(job: PendingJob): Promise<void> {
    const { id, name, payload, key } = job;
    const { maxAttempts, retry } = this.options;
    job.running = true;
    job.attempt += 1;
    try {
      await this.runner.run({ id, name, payload, key, attempt: job.attempt, maxAttempts });
      this.pending.delete(id);
    } catch (error) {
      job.running = false;
      if (error instanceof JobReleasedError) return;
      if (error instanceof UnretryableJobError || job.attempt >= maxAttempts) return this.fail(job, error);
      job.runAt = new Date(Date.now() + retryDelayMs(job.attempt, retry));
      if (this.started) this.runWhenDue(job);
    }
  }

  private fail({ id, name, key, payload, attempt }: PendingJob, error: unknown): void {
    this.pending.delete(id);
    const failure = { id, name, key, payload, attempts: attempt, error: errorMessage(error), failedAt: new Date() };
    this.failures.set(id, failure);
  }
}

function isOf({ payload }: FailedJob, companyId: string | undefined): boolean {
  return companyId === undefined || payload['companyId'] === companyId;
}
