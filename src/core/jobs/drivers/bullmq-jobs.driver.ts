import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Job, type JobsOptions, Queue, type RedisOptions, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { type DriverOptions, RECURRING_KEY, toStoredPayload } from '../driver-options.js';
import { type JobDefinition, type JobPayload, definedJobNames } from '../job-definition.js';
import { JobReleasedError, UnretryableJobError, errorMessage } from '../job-errors.js';
import type { RegisteredHandler } from '../job-registry.js';
import type { JobRunner } from '../job-runner.js';
import { type EnqueueOptions, type FailedJob, type FailedJobFilter, type JobCounts, Jobs } from '../jobs.js';
import { FAILED_PAGE_SIZE, FAILED_RETENTION_DAYS, STOP_DEADLINE_MS } from '../jobs.constants.js';
import { retryDelayMs } from '../retry-delay.js';

interface StoredJob {
  payload: Record<string, unknown>;
  key?: string;
  /** An occurrence only enqueues the work itself. */
  recurring?: boolean;
}

interface BullmqOptions extends DriverOptions {
  readonly redisUrl: string;
  /** Prefix of every Redis key; installations that share a Redis need different ones. */
  readonly prefix: string;
}

type JobQueue = Queue<StoredJob, void, string>;
type JobWorker = Worker<StoredJob, void, string>;
type QueuedJob = Job<StoredJob, void, string>;

const DAY_SECONDS = 24 * 60 * 60;
const ID_SEPARATOR = '/';
const RECURRING_TIMEZONE = 'UTC';
const MAX_FAILED_LOOKED_THROUGH = 1_000;
const RECONNECT_CAP_MS = 20_000;

/** The driver for several processes. One BullMQ queue for each job name keeps the concurrencies apart. */
export class BullmqJobs extends Jobs {
  private readonly logger = new Logger('Jobs');
  private readonly queues = new Map<string, JobQueue>();
  private readonly workers: JobWorker[] = [];
  /** BullMQ can close a queue or worker that has lost Redis only when Redis is back. */
  private readonly away = new WeakSet<JobQueue | JobWorker>();
  private readonly jobOptions: JobsOptions;

  constructor(
    private readonly runner: JobRunner,
    private readonly options: BullmqOptions,
  ) {
    super();
    this.jobOptions = {
      attempts: options.maxAttempts,
      backoff: { type: 'custom' },
      removeOnComplete: true,
      removeOnFail: { age: FAILED_RETENTION_DAYS * DAY_SECONDS },
    };
  }

  async enqueue<P extends JobPayload<P>>(
    job: JobDefinition<P>,
    payload: P,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const { key, delayMs = 0 } = options;
    const stored = { payload: toStoredPayload(job.name, payload), ...(key !== undefined && { key }) };
    await this.add(job.name, stored, delayMs);
  }

  async every(job: JobDefinition, interval: number | string): Promise<void> {
    const repeat = typeof interval === 'number' ? { every: interval } : { pattern: interval, tz: RECURRING_TIMEZONE };
    const template = { name: job.name, data: { payload: {}, recurring: true }, opts: this.jobOptions };
    const queue = await this.queue(job.name);
    await queue.upsertJobScheduler(job.name, repeat, template);
  }

  async failed({ companyId, limit = FAILED_PAGE_SIZE }: FailedJobFilter = {}): Promise<readonly FailedJob[]> {
    // Redis cannot search for a company.
    const perQueue = companyId === undefined ? limit : MAX_FAILED_LOOKED_THROUGH;
    const pages = await Promise.all(
      definedJobNames().map(async (name) => {
        const queue = await this.queue(name);
        return queue.getFailed(0, perQueue - 1);
      }),
    );
    return pages
      .flat()
      .filter((job) => isOf(job, companyId))
      .map(toFailedJob)
      .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
      .slice(0, limit);
  }

  /** Stored again before it is removed: a crash in between repeats the job instead of losing it. */
  async retry(id: string, companyId?: string): Promise<boolean> {
    const [name = '', jobId = ''] = id.split(ID_SEPARATOR);
    if (!definedJobNames().includes(name)) return false;
    const queue = await this.queue(name);
    const job = await queue.getJob(jobId);
    if (!job || !isOf(job, companyId) || !(await job.isFailed())) return false;
    if (!(await this.add(name, job.data, 0))) return false;
    await job.remove();
    return true;
  }

  async ping(): Promise<void> {
    const [name = ''] = definedJobNames();
    const queue = await this.queue(name);
    await queue.getWaiting(0, 0);
  }

  async counts(): Promise<JobCounts> {
    const counts = await Promise.all(
      definedJobNames().map(async (name) => {
        const queue = await this.queue(name);
        const [states, schedulers] = await Promise.all([
          queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'),
          queue.getJobSchedulersCount(),
        ]);
        const { failed = 0, ...unfinished } = states;
        // The delayed job of a scheduler is no work yet.
        const waiting = Object.values(unfinished).reduce((sum, count) => sum + count, -schedulers);
        return { waiting, failed };
      }),
    );
    return {
      waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    };
  }

  async start(): Promise<void> {
    for (const handler of this.runner.handlers) this.workers.push(this.createWorker(handler));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  async stop(deadlineMs = STOP_DEADLINE_MS): Promise<void> {
    const closing = this.workers.splice(0).map((worker) => worker.close(this.away.has(worker)));
    await this.runner.stop(deadlineMs);
    await Promise.all(closing);
    await Promise.all([...this.queues.values()].map((queue) => queue.backend.close(this.away.has(queue))));
    this.queues.clear();
  }

  private createWorker({ name, concurrency }: RegisteredHandler): JobWorker {
    const { lockTtlMs, maxAttempts, retry, prefix } = this.options;
    const worker: JobWorker = new Worker(name, (job, token) => this.process(job, token), {
      // A worker waits for Redis as long as it takes.
      connection: this.connection({ maxRetriesPerRequest: null }),
      prefix,
      concurrency,
      lockDuration: lockTtlMs,
      stalledInterval: lockTtlMs,
      // Limits a job that kills its process by its starts.
      maxStalledCount: maxAttempts,
      maxStartedAttempts: maxAttempts,
      settings: { backoffStrategy: (attemptsMade) => retryDelayMs(attemptsMade, retry) },
    });
    worker.on('error', (error) => this.logger.warn(`BullMQ worker ${name}: ${error.message}`));
    this.noteWhenAway(worker);
    worker.on('failed', (job, error) => this.logFinalFailure(job, error));
    return worker;
  }

  private async process(job: QueuedJob, token: string | undefined): Promise<void> {
    const { payload, key, recurring } = job.data;
    if (recurring) {
      await this.add(job.name, { payload, key: RECURRING_KEY }, 0);
      return;
    }
    const { maxAttempts } = this.options;
    try {
      await this.runner.run({
        id: job.id ?? '',
        name: job.name,
        payload,
        key,
        attempt: job.attemptsStarted,
        maxAttempts,
      });
    } catch (error) {
      if (error instanceof UnretryableJobError) throw new UnrecoverableError(error.message);
      if (!(error instanceof JobReleasedError)) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  }

  private logFinalFailure(job: QueuedJob | undefined, error: Error): void {
    if (!job?.finishedOn) return;
    const message = `${job.name} failed for good: ${errorMessage(error)}`;
    this.logger.error({ message, job: job.name, job_id: job.id });
  }

  private async add(name: string, data: StoredJob, delayMs: number): Promise<boolean> {
    const queue = await this.queue(name);
    const jobId = randomUUID();
    const deduplication = data.key === undefined ? {} : { deduplication: { id: data.key } };
    const job = await queue.add(name, data, { ...this.jobOptions, ...deduplication, jobId, delay: delayMs });
    return job.id === jobId;
  }

  private async queue(name: string): Promise<JobQueue> {
    let queue = this.queues.get(name);
    if (!queue) {
      // An enqueue fails fast, so that its caller does not hang while Redis is away.
      const connection = this.connection({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
      queue = new Queue(name, { connection, prefix: this.options.prefix });
      queue.on('error', (error) => this.logger.warn(`BullMQ queue ${name}: ${error.message}`));
      this.noteWhenAway(queue);
      this.queues.set(name, queue);
    }
    await queue.waitUntilReady();
    return queue;
  }

  private noteWhenAway(client: JobQueue | JobWorker): void {
    client.backend.on('close', () => this.away.add(client)).on('ready', () => this.away.delete(client));
  }

  private connection(options: RedisOptions): RedisOptions {
    const retryStrategy = (times: number): number => Math.min(RECONNECT_CAP_MS, 1_000 * 2 ** Math.min(times, 10));
    return { url: this.options.redisUrl, retryStrategy, ...options };
  }
}

function isOf({ data }: QueuedJob, companyId: string | undefined): boolean {
  return companyId === undefined || data.payload['companyId'] === companyId;
}

function toFailedJob(job: QueuedJob): FailedJob {
  return {
    id: [job.name, job.id].join(ID_SEPARATOR),
    name: job.name,
    key: job.data.key,
    payload: job.data.payload,
    attempts: job.attemptsStarted,
    error: job.failedReason,
    failedAt: new Date(job.finishedOn ?? 0),
  };
}
