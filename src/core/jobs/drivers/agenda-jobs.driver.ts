import { Logger } from '@nestjs/common';
import { Agenda, InMemoryNotificationChannel, type Job, toJobId } from 'agenda';
import type { mongo } from 'mongoose';
import { isDuplicateKey } from '../../errors/index.js';
import { type DriverOptions, RECURRING_KEY, toStoredPayload } from '../driver-options.js';
import type { JobDefinition, JobPayload } from '../job-definition.js';
import { CRASHED_MESSAGE, JobReleasedError, UnretryableJobError, errorMessage } from '../job-errors.js';
import type { RegisteredHandler } from '../job-registry.js';
import type { JobRunner, TakenJob } from '../job-runner.js';
import { type EnqueueOptions, type FailedJob, type FailedJobFilter, type JobCounts, Jobs } from '../jobs.js';
import { FAILED_PAGE_SIZE, STOP_DEADLINE_MS } from '../jobs.constants.js';
import { retryDelayMs } from '../retry-delay.js';
import { AgendaJobStore, type JobLock, RECURRING_TIMEZONE, type StoredJob } from './agenda-job-store.js';
import { FencedJobRepository } from './fenced-job.repository.js';

const COLLECTION = 'jobs';
const LOCK_RENEWALS_PER_TTL = 3;

/** An equal key can finish between our insert and our read; each round needs one more such coincidence. */
const MAX_INSERT_ROUNDS = 10;

export class AgendaJobs extends Jobs {
  private readonly logger = new Logger('Jobs');
  private readonly wake = new InMemoryNotificationChannel();
  private readonly store: AgendaJobStore;
  private readonly agenda: Agenda;
  private readonly running = new Set<Promise<void>>();
  private indexes: Promise<void> | undefined;

  /** @param db of the application's connection, whose write concern makes an enqueued job durable */
  constructor(
    db: mongo.Db,
    private readonly runner: JobRunner,
    private readonly options: DriverOptions,
  ) {
    super();
    this.store = new AgendaJobStore(db, COLLECTION);
    const repository = new FencedJobRepository({ mongo: db, db: { collection: COLLECTION }, ensureIndex: false });
    this.agenda = new Agenda({
      backend: {
        name: 'MongoDB',
        repository,
        ownsConnection: false,
        connect: () => repository.connect(),
        disconnect: () => Promise.resolve(),
      },
      notificationChannel: this.wake,
      processEvery: options.pollIntervalMs,
      defaultLockLifetime: options.lockTtlMs,
      removeOnComplete: true,
    });
    this.agenda.on('error', (error: Error) => this.logger.warn(`Agenda: ${error.message}`));
  }

  async enqueue<P extends JobPayload<P>>(
    job: JobDefinition<P>,
    payload: P,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const { key, delayMs = 0 } = options;
    await this.ensureIndexes();
    const data: StoredJob = { payload: toStoredPayload(job.name, payload), ...(key !== undefined && { key }) };
    const at = new Date(Date.now() + delayMs);
    for (let round = 0; round < MAX_INSERT_ROUNDS; round += 1) {
      try {
        await this.agenda.create(job.name, data).schedule(at).save();
        return;
      } catch (error) {
        if (key === undefined || !isDuplicateKey(error)) throw error;
        if (await this.store.holdsKey(job.name, key)) return;
      }
    }
    throw new Error(`Could not enqueue ${job.name}: its key kept being taken and freed`);
  }

  async every(job: JobDefinition, interval: number | string): Promise<void> {
    await this.ensureIndexes();
    const planned = this.agenda.create(job.name).repeatEvery(interval, { timezone: RECURRING_TIMEZONE });
    await this.store.declareRecurring(job.name, interval, planned.attrs.nextRunAt ?? new Date());
    await this.wakeUp(job.name);
  }

  failed({ companyId, limit = FAILED_PAGE_SIZE }: FailedJobFilter = {}): Promise<readonly FailedJob[]> {
    return this.store.failed(limit, companyId);
  }

  async retry(id: string, companyId?: string): Promise<boolean> {
    const name = await this.store.retry(id, companyId);
    if (name !== undefined) await this.wakeUp(name);
    return name !== undefined;
  }

  counts(): Promise<JobCounts> {
    return this.store.counts();
  }

  ping(): Promise<void> {
    return this.store.ping();
  }

  async start(): Promise<void> {
    await this.ensureIndexes();
    for (const handler of this.runner.handlers) this.define(handler);
    const total = this.runner.handlers.reduce((sum, { concurrency }) => sum + concurrency, 0);
    this.agenda.maxConcurrency(Math.max(1, total));
    // Agenda takes the next jobs only at its next poll; this takes one as soon as a slot is free.
    this.agenda.on('complete', (job: Job) => void this.wakeUp(job.attrs.name));
    await this.agenda.start();
  }

  async stop(deadlineMs = STOP_DEADLINE_MS): Promise<void> {
    await this.agenda.stop(false);
    await this.runner.stop(deadlineMs);
    await Promise.allSettled([...this.running]);
  }

  private define({ name, concurrency }: RegisteredHandler): void {
    const process = async (job: Job<StoredJob>): Promise<void> => {
      const run = this.process(job);
      this.running.add(run);
      try {
        await run;
      } finally {
        this.running.delete(run);
      }
    };
    this.agenda.define<StoredJob>(name, process, {
      concurrency,
      // The locks of more jobs would expire while they wait.
      lockLimit: concurrency,
      backoff: ({ jobData, attempt }) => retryDelayMs((jobData as StoredJob).attempts ?? attempt, this.options.retry),
    });
  }

  private async process(job: Job<StoredJob>): Promise<void> {
    const { name, data } = job.attrs;
    if (data.recurring) return this.enqueue({ name }, data.payload as never, { key: RECURRING_KEY });
    const lock = lockOf(job);
    data.attempts = await this.store.countAttempt(lock);
    const renewals = this.keepLock(job);
    try {
      await this.runAttempt({
        id: lock.id,
        name,
        payload: data.payload,
        key: data.key,
        attempt: data.attempts,
        maxAttempts: this.options.maxAttempts,
      });
    } catch (error) {
      if (error instanceof JobReleasedError) await this.store.release(lock);
      else await this.failIfFinal(job, error);
      throw error;
    } finally {
      clearInterval(renewals);
    }
  }

  private async runAttempt(taken: TakenJob): Promise<void> {
    if (taken.attempt > taken.maxAttempts) throw new UnretryableJobError(CRASHED_MESSAGE);
    await this.runner.run(taken);
  }

  private async failIfFinal(job: Job<StoredJob>, error: unknown): Promise<void> {
    const { data, name } = job.attrs;
    const final = error instanceof UnretryableJobError || (data.attempts ?? 0) >= this.options.maxAttempts;
    if (!final) return;
    await this.store.fail(lockOf(job), errorMessage(error));
    this.logger.error({ message: `${name} failed for good: ${errorMessage(error)}`, job: name, job_id: job.attrs._id });
  }

  private keepLock(job: Job<StoredJob>): NodeJS.Timeout {
    const renew = (): void => {
      job.touch().catch((error: unknown) => this.logger.warn(`Renewing a lock: ${errorMessage(error)}`));
    };
    return setInterval(renew, this.options.lockTtlMs / LOCK_RENEWALS_PER_TTL);
  }

  private async wakeUp(jobName: string): Promise<void> {
    if (this.wake.state !== 'connected') return;
    await this.wake.publish({ jobId: toJobId(''), jobName, nextRunAt: null, priority: 0, timestamp: new Date() });
  }

  /** Uniqueness needs the indexes, so they come before the first job. */
  private ensureIndexes(): Promise<void> {
    this.indexes ??= this.store.createIndexes().catch((error: unknown) => {
      this.indexes = undefined;
      throw error;
    });
    return this.indexes;
  }
}

function lockOf({ attrs }: Job<StoredJob>): JobLock {
  return { id: attrs._id ?? '', token: attrs.lastModifiedBy ?? '' };
}
