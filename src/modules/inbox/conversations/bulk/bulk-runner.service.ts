import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
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
  async run({ companyId, bulkId }: PayloadOf<typeof RunBulkChange>, { signal }: JobRun): Promise<void> {
    await this.withChange(companyId, bulkId, async (scope, change) => {
      if (change.state !== 'running') return;
      const isComplete = await this.walk(scope, change, change.done, signal, async (id, done) => {
        await this.conversations.apply(scope, change, id);
        // An undo ends the run.
        return (await this.changes.move(scope, change._id, ['running'], { done })) !== null;
      });
      const undo_until = new Date(Date.now() + UNDO_TIME_MS);
      if (isComplete) await this.changes.move(scope, change._id, ['running'], { state: 'done', undo_until });
    });
  }

  @JobHandler(UndoBulkChange, { timeoutMs: JOB_TIMEOUT_MS })
  async undo({ companyId, bulkId }: PayloadOf<typeof UndoBulkChange>, { signal }: JobRun): Promise<void> {
    await this.withChange(companyId, bulkId, async (scope, change) => {
      if (change.state !== 'undoing') return;
      await this.walk(scope, change, 0, signal, async (id) => {
        await this.conversations.restore(scope, change, id);
        return true;
      });
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

  /** @param step answers false to stop @returns whether it came to the end */
  private async walk(
    scope: CompanyScope,
    { _id, user_id, conversation_ids }: BulkChange,
    from: number,
    signal: AbortSignal,
    step: (id: Types.ObjectId, done: number) => Promise<boolean>,
  ): Promise<boolean> {
    const total = conversation_ids.length;
    for (let index = from; index < total; index++) {
      signal.throwIfAborted();
      if (!(await step(conversation_ids[index] as Types.ObjectId, index + 1))) return false;
      const done = index + 1;
      if (done % BATCH === 0 || done === total) {
        const progress = { jobId: _id.toHexString(), done, total };
        this.realtime.show(userRoom(user_id.toHexString()), 'bulk:progress', progress);
      }
    }
    return true;
  }
}
