import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowRun } from './schemas/flow-run.schema.js';

/** Ends runs from outside of their graph. */
@Injectable()
export class FlowRunEndsRepository extends TenantRepository<FlowRun> {
  constructor(
    @InjectModel(FlowRun.name) model: Model<FlowRun>,
    private readonly runs: FlowRunsRepository,
  ) {
    super(model, 'Flow run');
  }

  /**
   * Stores the end of a run, also of one that has become too large to be written: it loses its variables and effects.
   * @throws Error if a later holder of the lock has written the run, or if it has ended
   */
  async end(scope: CompanyScope, run: FlowRun): Promise<void> {
    if (run.forgets) return this.runs.save(scope, run);
    const { _id, fence, state, handled_seq, ended_at } = run;
    const { status, stop_reason } = state;
    const cancelled = { $mergeObjects: ['$$this', { status: 'cancelled', effect: null }] };
    const effect = { $cond: [{ $eq: ['$$this.status', 'planned'] }, cancelled, '$$this'] };
    const ending = { status, stop_reason, wait: null };
    const write = (kept: { state: unknown; effects: unknown }): Promise<boolean> =>
      this.collection.updateOne(scope, { _id, active: true, fence: { $lte: fence } }, [
        { $set: { ...kept, handled_seq, fence, ended_at: ended_at ?? '$$NOW', updated_at: '$$NOW' } },
        { $unset: ['active', 'due_at'] },
      ]);
    const whole = {
      state: { $mergeObjects: ['$state', ending] },
      effects: { $map: { input: '$effects', in: effect } },
    };
    const small = { state: { $mergeObjects: ['$state', ending, { vars: { $literal: {} } }] }, effects: [] };
    const isWritten = await write(whole).catch((error: unknown) => {
      if (!isTooLarge(error)) throw error;
      return write(small);
    });
    if (!isWritten) throw new Error(`the flow run ${_id.toHexString()} has ended or belongs to another process`);
  }
}

/** MongoDB stores documents of up to 16 MB. */
const TOO_LARGE_CODES: readonly unknown[] = [10334, 17419, 17420];

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TOO_LARGE_CODES.includes(error.code);
}
