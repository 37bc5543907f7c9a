import { randomUUID } from 'node:crypto';
import { MongoJobRepository } from '@agendajs/mongo-backend';
import { Logger } from '@nestjs/common';
import type { JobParameters } from 'agenda';
import { mongo } from 'mongoose';

const NEVER_EXPIRES = new Date('9999-01-01');

/**
 * Agenda writes the outcome of a run by id alone, so a process that was frozen past its lock would overwrite the run
 * of another process. Here every lock has a token in `lastModifiedBy`, and a write counts only while the document
 * carries it.
 */
export class FencedJobRepository extends MongoJobRepository {
  private readonly logger = new Logger('Jobs');

  /**
   * Agenda never frees the slot of a job whose lock expired before its turn. So it does not see the age of the
   * lock; the write that starts the run checks and renews it.
   */
  override async getNextJobToRun(
    jobName: string,
    nextScanAt: Date,
    lockDeadline: Date,
    now: Date | undefined,
  ): Promise<JobParameters | undefined> {
    const lock = { lastModifiedBy: randomUUID() };
    const job = await super.getNextJobToRun(jobName, nextScanAt, lockDeadline, now, lock);
    return job && { ...job, lockedAt: NEVER_EXPIRES };
  }

  /** @throws Error if the lock was lost */
  override async saveJobState(job: JobParameters): Promise<void> {
    const result = await this.collection.updateOne(
      { _id: new mongo.ObjectId(String(job._id)), name: job.name, lastModifiedBy: job.lastModifiedBy ?? null },
      {
        $set: {
          lockedAt: job.lockedAt ? new Date() : null,
          nextRunAt: job.nextRunAt ?? null,
          lastRunAt: job.lastRunAt ?? null,
          lastFinishedAt: job.lastFinishedAt ?? null,
          failedAt: job.failedAt ?? null,
          failCount: job.failCount ?? null,
          failReason: job.failReason ?? null,
        },
      },
    );
    if (result.matchedCount === 0) throw new Error(`Lost the lock on job ${String(job._id)}`);
  }

  /** Agenda does not await this call: a rejection would end the process. */
  override async unlockJob(job: JobParameters): Promise<void> {
    try {
      await super.unlockJob(job);
    } catch (error) {
      this.logger.warn(`Could not unlock job ${String(job._id)}; its lock will expire: ${String(error)}`);
    }
  }
}
