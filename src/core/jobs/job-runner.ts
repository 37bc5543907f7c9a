import { Injectable, Logger } from '@nestjs/common';
import { RequestContext } from '../context/index.js';
import { Metrics } from '../metrics/index.js';
import { JobReleasedError, JobTimeoutError, errorMessage } from './job-errors.js';
import { JobRegistry, type RegisteredHandler } from './job-registry.js';
import type { JobRun } from './jobs.js';

export interface TakenJob extends Omit<JobRun, 'signal'> {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface ActiveRun {
  readonly abort: AbortController;
  readonly settled: Promise<unknown>;
}

type Outcome = 'done' | 'failed' | 'released';

/** Runs handlers for the drivers with the same context, timeout, log line and metrics. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');
  private readonly active = new Set<ActiveRun>();

  constructor(
    private readonly registry: JobRegistry,
    private readonly metrics: Metrics,
  ) {}

  get handlers(): readonly RegisteredHandler[] {
    return this.registry.all();
  }

  async run(job: TakenJob): Promise<void> {
    const abort = new AbortController();
    const { companyId } = job.payload;
    const settled = RequestContext.run(
      { requestId: `job-${job.id}`, ...(typeof companyId === 'string' && { companyId }) },
      () => this.runAttempt(job, abort),
    );
    const activeRun = { abort, settled };
    this.active.add(activeRun);
    try {
      await settled;
    } finally {
      this.active.delete(activeRun);
    }
  }

  /** Waits for the running jobs up to the deadline (milliseconds), then aborts the rest with JobReleasedError. */
  async stop(deadlineMs: number): Promise<void> {
    const idle = Promise.allSettled([...this.active].map((run) => run.settled));
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => (timer = setTimeout(resolve, deadlineMs)));
    await Promise.race([idle, deadline]);
    clearTimeout(timer);
    for (const run of this.active) run.abort.abort(new JobReleasedError('The process is stopping'));
    await idle;
  }

  private async runAttempt(job: TakenJob, abort: AbortController): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.invoke(job, abort);
      this.observe(job, 'done', startedAt);
    } catch (error) {
      const outcome = error instanceof JobReleasedError ? 'released' : 'failed';
      this.observe(job, outcome, startedAt);
      const line = `${job.name} ${outcome} at attempt ${job.attempt} of ${job.maxAttempts}: ${errorMessage(error)}`;
      this.logger.warn({ message: line, job: job.name, job_id: job.id, job_key: job.key });
      throw error;
    }
  }

  private async invoke(job: TakenJob, abort: AbortController): Promise<void> {
    const handler = this.registry.get(job.name);
    if (!handler) throw new Error(`No handler for job ${job.name}`);
    const timeout = () => abort.abort(new JobTimeoutError(`Took longer than ${handler.timeoutMs} ms`));
    const timer = setTimeout(timeout, handler.timeoutMs);
    const aborted = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error), { once: true });
    });
    const { id, key, attempt, maxAttempts } = job;
    try {
      const handled = handler.handle(job.payload, { id, key, attempt, maxAttempts, signal: abort.signal });
      await Promise.race([handled, aborted]);
    } finally {
      clearTimeout(timer);
    }
  }

  private observe(job: TakenJob, outcome: Outcome, startedAt: number): void {
    this.metrics.jobs.inc({ job: job.name, outcome });
    this.metrics.jobSeconds.observe({ job: job.name }, (performance.now() - startedAt) / 1_000);
  }
}
