import { mongo } from 'mongoose';
import { isDuplicateKey } from '../../errors/index.js';
import { FAILED_RETENTION_DAYS } from '../jobs.constants.js';
import type { FailedJob, JobCounts } from '../jobs.js';

export interface StoredJob {
  payload: Record<string, unknown>;
  /** Present while the job is unfinished; unique per job name. */
  key?: string;
  attempts?: number;
  recurring?: boolean;
  failed_at?: Date;
  /** The key of a failed job, outside of the unique index so that new work may use it. */
  failed_key?: string;
}

export interface JobLock {
  readonly id: string;
  readonly token: string;
}

interface JobDocument {
  _id: mongo.ObjectId;
  name: string;
  type: 'normal' | 'single';
  nextRunAt: Date | null;
  lockedAt: Date | null;
  lastFinishedAt?: Date | null;
  lastModifiedBy?: string | null;
  failReason?: string | null;
  failCount?: number | null;
  priority?: number;
  repeatInterval?: number | string;
  repeatTimezone?: string;
  data: StoredJob;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
export const RECURRING_TIMEZONE = 'UTC';

export class AgendaJobStore {
  private readonly jobs: mongo.Collection<JobDocument>;

  constructor(db: mongo.Db, collection: string) {
    this.jobs = db.collection<JobDocument>(collection);
  }

  async createIndexes(): Promise<void> {
    await this.jobs.createIndexes([
      {
        name: 'job_key',
        key: { name: 1, 'data.key': 1 },
        unique: true,
        partialFilterExpression: { 'data.key': { $exists: true } },
      },
      { name: 'job_recurring', key: { name: 1 }, unique: true, partialFilterExpression: { type: 'single' } },
      { name: 'job_failed', key: { 'data.failed_at': -1 }, sparse: true },
      { name: 'job_next', key: { name: 1, nextRunAt: 1, priority: -1, lockedAt: 1, disabled: 1 } },
    ]);
  }

  /** Also clears a job that finished in a process that died before removing it. */
  async holdsKey(name: string, key: string): Promise<boolean> {
    await this.jobs.deleteOne({
      name,
      'data.key': key,
      nextRunAt: null,
      lockedAt: null,
      lastFinishedAt: { $ne: null },
    });
    return (await this.jobs.countDocuments({ name, 'data.key': key }, { limit: 1 })) > 0;
  }

  /**
   * Counts before the run, so that a job that kills its process is limited too.
   * @throws Error if another process holds the lock by now
   */
  async countAttempt(lock: JobLock): Promise<number> {
    const job = await this.jobs.findOneAndUpdate(
      held(lock),
      { $inc: { 'data.attempts': 1 } },
      { returnDocument: 'after' },
    );
    if (!job) throw new Error(`Lost the lock on job ${lock.id}`);
    return job.data.attempts ?? 1;
  }

  /** The job is due at once, and later writes of this process do not count. */
  async release(lock: JobLock): Promise<void> {
    await this.jobs.updateOne(held(lock), {
      $set: { nextRunAt: new Date(), lockedAt: null, lastModifiedBy: null },
    });
  }

  /**
   * Stores the failure, frees the key and gives up the lock in one write, so that later writes of Agenda do not
   * count.
   */
  async fail(lock: JobLock, reason: string): Promise<void> {
    const failedAt = new Date();
    await this.jobs.updateOne(held(lock), [
      {
        $set: {
          nextRunAt: null,
          lockedAt: null,
          lastModifiedBy: null,
          lastFinishedAt: failedAt,
          failReason: { $literal: reason },
          'data.failed_at': failedAt,
          'data.failed_key': '$data.key',
        },
      },
      { $unset: 'data.key' },
    ]);
    const oldest = new Date(failedAt.getTime() - FAILED_RETENTION_DAYS * DAY_MS);
    await this.jobs.deleteMany({ 'data.failed_at': { $lt: oldest } });
  }

  async failed(limit: number, companyId?: string): Promise<FailedJob[]> {
    const jobs = await this.jobs.find(failedOf(companyId)).sort({ 'data.failed_at': -1 }).limit(limit).toArray();
    return jobs.map(({ _id, name, data, failReason }) => ({
      id: _id.toHexString(),
      name,
      key: data.failed_key,
      payload: data.payload,
      attempts: data.attempts ?? 0,
      error: failReason ?? '',
      failedAt: data.failed_at ?? new Date(0),
    }));
  }

  async retry(id: string, companyId?: string): Promise<string | undefined> {
    if (!mongo.ObjectId.isValid(id)) return undefined;
    try {
      const job = await this.jobs.findOneAndUpdate({ _id: new mongo.ObjectId(id), ...failedOf(companyId) }, [
        { $set: { nextRunAt: '$$NOW', failCount: null, 'data.attempts': 0, 'data.key': '$data.failed_key' } },
        { $unset: ['data.failed_at', 'data.failed_key'] },
      ]);
      return job?.name;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  /** Agenda's own `every` resets the lock of a running document; this does not. */
  async declareRecurring(name: string, interval: number | string, firstRun: Date): Promise<void> {
    const document = { name, type: 'single' as const };
    const schedule = { repeatInterval: interval, repeatTimezone: RECURRING_TIMEZONE, nextRunAt: firstRun };
    const fresh = { ...schedule, lockedAt: null, priority: 0, data: { payload: {}, recurring: true } };
    try {
      await this.jobs.updateOne(document, { $setOnInsert: fresh }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    await this.jobs.updateOne({ ...document, repeatInterval: { $ne: interval } }, { $set: schedule });
  }

  async ping(): Promise<void> {
    await this.jobs.findOne({}, { projection: { _id: 1 } });
  }

  async counts(): Promise<JobCounts> {
    const [waiting, failed] = await Promise.all([
      this.jobs.countDocuments({ type: 'normal', 'data.failed_at': { $exists: false } }),
      this.jobs.countDocuments({ 'data.failed_at': { $exists: true } }),
    ]);
    return { waiting, failed };
  }
}

function failedOf(companyId?: string) {
  const ofCompany = companyId === undefined ? {} : { 'data.payload.companyId': companyId };
  return { 'data.failed_at': { $exists: true }, ...ofCompany };
}

function held({ id, token }: JobLock) {
  return { _id: new mongo.ObjectId(id), lastModifiedBy: token };
}
