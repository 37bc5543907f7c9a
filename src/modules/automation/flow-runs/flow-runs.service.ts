import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { type CompanyScope, type Page, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../inbox/conversations/index.js';
import { LiveFlows } from '../flows/index.js';
import type { FlowStatsDto, ListRunsDto } from './dto/run.dto.js';
import { RunStopper } from './engine/run-stopper.service.js';
import { FlowRunStatsRepository } from './flow-run-stats.repository.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

const STATS_OF_MS = 7 * 86_400_000;

/** What staff see of runs, and the end of a run by a person. */
@Injectable()
export class FlowRunsService {
  constructor(
    private readonly runs: FlowRunsRepository,
    private readonly counts: FlowRunStatsRepository,
    private readonly flows: LiveFlows,
    private readonly conversations: ConversationsRepository,
    private readonly locks: KeyedLocks,
    private readonly stopper: RunStopper,
    private readonly threads: FlowThreadsRepository,
  ) {}

  list(scope: CompanyScope, { flow_id, conversation_id, status, limit, cursor }: ListRunsDto): Promise<Page<FlowRun>> {
    const filter = {
      ...(flow_id && { flow_id: toObjectId(flow_id, 'flow_id') }),
      ...(conversation_id && { conversation_id: toObjectId(conversation_id, 'conversation_id') }),
      ...(status && { status }),
    };
    return this.runs.list(scope, filter, { ...(limit && { limit }), ...(cursor && { cursor }) });
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<FlowRun> {
    return this.runs.getById(scope, id);
  }

  /** Waits until the current step is over. @throws AppError NOT_FOUND | LANE_BUSY */
  async stop(scope: CompanyScope, id: Types.ObjectId): Promise<FlowRun> {
    const { conversation_id } = await this.get(scope, id);
    return this.locks.withLock(`automation:${conversation_id.toHexString()}`, async (lease) => {
      const run = await this.get(scope, id);
      const conversation = await this.conversations.read(scope, conversation_id);
      if (conversation) await this.stopper.stop({ scope, lease, conversation }, run, 'stopped_by_user');
      // Events may have waited for the end of this run.
      await this.threads.markDue(scope, [conversation_id], new Date());
      return run;
    });
  }

  /** @throws AppError NOT_FOUND */
  async stats(scope: CompanyScope, flowId: Types.ObjectId): Promise<FlowStatsDto> {
    if ((await this.flows.statusOf(scope, flowId)) === null) throw AppError.notFound('Flow');
    const since = new Date(Date.now() - STATS_OF_MS);
    return { since, ...(await this.counts.of(scope, flowId, since)) };
  }
}
