import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { defineJob, JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PromptsService } from '../../assistant-setup/index.js';
import { DryModel } from '../dry/dry-model.service.js';
import type { AssistantReplay } from './assistant-replay.schema.js';
import { ReplayRowsRepository } from './replay-rows.repository.js';
import { ReplayRunner } from './replay-runner.service.js';
import { ReplayedTurnsRepository } from './replayed-turns.repository.js';
import { ReplaysRepository } from './replays.repository.js';

/** Replays one turn, and asks for the next. The place only makes the keys of the jobs differ. */
const ReplayTurn = defineJob<{ companyId: string; replayId: string; place: number }>('assistant.replay-turn');

const MAX_TURNS = 50;
const TURN_TIMEOUT_MS = 90_000;
const PARALLEL_REPLAYS = 4;
const SWEEP_INTERVAL_MS = 60_000;
/** Longer than a job and its repetitions take. */
const STALLED_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const PURGE_INTERVAL_MS = 3_600_000;
const KEEP_MS = 30 * DAY_MS;

/** Tries a prompt on the last turns, in the background. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly replays: ReplaysRepository,
    private readonly rows: ReplayRowsRepository,
    private readonly turns: ReplayedTurnsRepository,
    private readonly prompts: PromptsService,
    private readonly runner: ReplayRunner,
    private readonly model: DryModel,
    private readonly jobs: Jobs,
  ) {}

  /** @throws AppError NOT_FOUND | MODEL_MISSING | BUDGET_SPENT | REPLAY_RUNNING */
  async start(scope: CompanyScope, promptId: Types.ObjectId): Promise<AssistantReplay> {
    const { text } = await this.prompts.get(scope, promptId);
    const ready = await this.model.isReady(scope);
    if (ready === 'MODEL_MISSING')
      throw new AppError(ready, 422, 'There is no language model; enter its address and key first');
    if (ready === 'BUDGET_SPENT') throw AppError.conflict(ready, 'The budget of this month is spent; raise it first');
    const turn_ids = await this.turns.newest(scope, MAX_TURNS);
    const replay = await this.replays.begin(scope, { prompt_id: promptId, prompt_text: text, turn_ids });
    if (!replay) throw AppError.conflict('REPLAY_RUNNING', 'Another replay is running; wait until it has ended');
    if (replay.status === 'running') await this.request(scope, replay);
    return replay;
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<AssistantReplay> {
    return this.replays.getById(scope, id);
  }

  /** May be repeated: the stored count says which turn is next. */
  @JobHandler(ReplayTurn, { timeoutMs: TURN_TIMEOUT_MS, concurrency: PARALLEL_REPLAYS })
  async replayNext({ companyId, replayId }: PayloadOf<typeof ReplayTurn>, { signal }: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const replay = await this.replays.findById(scope, replayId);
    if (replay?.status !== 'running') return;
    const ready = await this.model.isReady(scope);
    if (ready !== 'ready') return this.replays.fail(scope, replay._id, ready);
    const next = await this.replays.advance(scope, replay, await this.replay(scope, replay, signal));
    if (next?.status === 'running') await this.request(scope, next);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = Date.now()): Promise<void> {
    await this.replays.failStalled(new Date(now - STALLED_MS), 'INTERRUPTED');
  }

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    const before = new Date(now - KEEP_MS);
    for (let count = 1; count > 0;) count = (await this.replays.purge(before)) + (await this.rows.purge(before));
  }

  /** @returns the cost of the turn at hand; 0 if it is gone */
  private async replay(scope: CompanyScope, replay: AssistantReplay, signal: AbortSignal): Promise<number> {
    const id = replay.turn_ids[replay.done];
    const [turn] = id ? await this.turns.whole(scope, [id]) : [];
    if (!turn) return 0;
    const { draft, failure, cents } = await this.runner.run(scope, turn, replay.prompt_text, signal);
    const { contact_id, _id: turn_id } = turn;
    const { text, action } = draft;
    await this.rows.addOnce(scope, { replay_id: replay._id, turn_id, contact_id, text, action, failure });
    return cents;
  }

  private request(scope: CompanyScope, { _id, done }: AssistantReplay): Promise<void> {
    const replayId = _id.toHexString();
    const payload = { companyId: scope.id, replayId, place: done };
    return this.jobs.enqueue(ReplayTurn, payload, { key: `${replayId}:${done}` });
  }
}
