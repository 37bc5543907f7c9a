import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Types } from 'mongoose';
import { JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { RealtimeService, userRoom } from '../../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { BulkChange } from './bulk-change.schema.js';
import { BulkConversationsService } from './bulk-conversations.service.js';
import { RunBulkChange, SweepBulkChanges, UndoBulkChange } from './bulk.jobs.js';
import { BulkChangesRepository, BulkRowsRepository } from './bulk.repository.js';

/** How long after its end a bulk change can be undone. */
export const UNDO_TIME_MS = 60_000;
const BATCH = 25;
const JOB_TIMEOUT_MS = 600_000;
const SWEEP_INTERVAL_MS = 3_600_000;
const KEPT_MS = 86_400_000;

/** Works through bulk changes in batches. A run that a crash ended goes on where it was. */
@Injectable()
export class BulkRunnerService implements OnApplicationBootstrap {
  private readonly logger = new Logger(BulkRunnerService.name);

  constructor(
    private readonly changes: BulkChangesRepository,
    private readonly rows: BulkRowsRepository,
    private readonly conversations: BulkConversationsService,
    private readonly locks: KeyedLocks,
    private readonly realtime: RealtimeService,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepBulkChanges, SWEEP_INTERVAL_MS);
  }

  @JobHandler(RunBulkChange, { timeoutMs: JOB_TIMEOUT_MS })
  async run({ companyId, bulkId }: PayloadOf<typeof RunBulkChange>, run: JobRun): Promise<void> {
    await this.withChange(companyId, bulkId, async (scope, change) => {
      if (change.state !== 'running') return;
      for (let done = change.done; done < change.conversation_ids.length;) {
        done = await this.doBatch(change, done, run, (id) => this.conversations.apply(scope, change, id));
        const isRunning = await this.changes.move(scope, change._id, ['running'], { done });
        // An undo ends the run.
        if (!isRunning) return;
      }
      const undo_until = new Date(Date.now() + UNDO_TIME_MS);
      await this.changes.move(scope, change._id, ['running'], { state: 'done', undo_until });
    });
  }

  @JobHandler(UndoBulkChange, { timeoutMs: JOB_TIMEOUT_MS })
  async undo({ companyId, bulkId }: PayloadOf<typeof UndoBulkChange>, run: JobRun): Promise<void> {
    await this.withChange(companyId, bulkId, async (scope, change) => {
      if (change.state !== 'undoing') return;
      for (let done = 0; done < change.conversation_ids.length;)
        done = await this.doBatch(change, done, run, (id) => this.conversations.restore(scope, change, id));
      await this.changes.move(scope, change._id, ['undoing'], { state: 'undone' });
    });
  }

  @JobHandler(SweepBulkChanges)
  async sweep(): Promise<void> {
    const before = new Date(Date.now() - KEPT_MS);
    await this.rows.forgetBefore(before);
    await this.changes.forgetBefore(before);
  }

  /** One job at a time: an undo waits until the run has ended. */
  private async withChange(
    companyId: string,
    bulkId: string,
    work: (scope: CompanyScope, change: BulkChange) => Promise<void>,
  ): Promise<void> {
    const scope = CompanyScope.of(companyId);
    await this.locks.withLock(`bulk:${bulkId}`, async () => {
      const change = await this.changes.findById(scope, toObjectId(bulkId));
      if (change) await work(scope, change);
    });
  }

  /** @param from the number of finished conversations @returns the new number */
  private async doBatch(
    { _id, user_id, conversation_ids }: BulkChange,
    from: number,
    run: JobRun,
    work: (id: Types.ObjectId) => Promise<void>,
  ): Promise<number> {
    const batch = conversation_ids.slice(from, from + BATCH);
    for (const id of batch) {
      run.signal.throwIfAborted();
      await work(id).catch((error: unknown) => {
        if (run.attempt < run.maxAttempts) throw error;
        // The last attempt leaves it out, so that the others are changed.
        this.logger.error(`conversation ${id.toHexString()} is left out of a bulk change`, error);
      });
    }
    const done = from + batch.length;
    const progress = { jobId: _id.toHexString(), done, total: conversation_ids.length };
    this.realtime.show(userRoom(user_id.toHexString()), 'bulk:progress', progress);
    return done;
  }
}
