import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppError } from '../../../../core/errors/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ThreadDrain } from '../engine/thread-drain.service.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import { CompanyTurns } from './company-turns.js';
import { DueWork } from './due-work.service.js';
import { FlowInterests } from './flow-interests.service.js';

const SWEEP_INTERVAL_MS = 1_000;
/** Conversations that are worked on at once. */
const AT_ONCE = { all: 100, perCompany: 25 };
/** The pause after the work of a conversation failed. */
const AFTER_FAILURE_MS = 60_000;

/** Does the work of conversations: at once when something happens, and by a sweep for what is due or was left by a crash. */
@Injectable()
export class FlowScheduler implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(FlowScheduler.name);
  private readonly stopping = new AbortController();
  /** By conversation. `again`: something happened meanwhile. */
  private readonly running = new Map<string, { again: boolean }>();
  private readonly drains = new Set<Promise<void>>();
  private readonly turns = new CompanyTurns(AT_ONCE);
  private isSweeping = false;

  constructor(
    private readonly drain: ThreadDrain,
    private readonly due: DueWork,
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
    private readonly interests: FlowInterests,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'flows', () => this.stop());
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** @param conversationId hex */
  wake(scope: CompanyScope, conversationId: string): void {
    this.start(scope, conversationId, 'drain');
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    if (this.stopping.signal.aborted || this.isSweeping) return;
    this.isSweeping = true;
    try {
      for (const { company_id, conversation_id } of await this.due.find(now)) {
        const id = conversation_id.toHexString();
        if (!this.running.has(id)) this.start(CompanyScope.of(company_id), id, 'tryDrain');
      }
    } finally {
      this.isSweeping = false;
    }
  }

  /** Resolves when no conversation is being processed. */
  async idle(): Promise<void> {
    while (this.drains.size > 0) await Promise.all(this.drains);
  }

  private start(scope: CompanyScope, conversationId: string, how: 'drain' | 'tryDrain'): void {
    const current = this.running.get(conversationId);
    if (current) current.again = true;
    if (current || this.stopping.signal.aborted) return;
    const run = { again: false };
    this.running.set(conversationId, run);
    const drained = this.turns.run(scope.id, () => this.work(scope, conversationId, run, how));
    this.drains.add(drained);
    void drained.finally(() => this.drains.delete(drained));
  }

  /** @param first what a sweep has found is skipped while another process works on it */
  private async work(
    scope: CompanyScope,
    id: string,
    run: { again: boolean },
    first: 'drain' | 'tryDrain',
  ): Promise<void> {
    let how = first;
    try {
      do {
        run.again = false;
        const since = (await this.interests.sinceOf(scope)) ?? new Date();
        await this.drain[how](scope, toObjectId(id), since, this.stopping.signal);
        how = 'drain';
      } while (run.again && !this.stopping.signal.aborted);
    } catch (error) {
      await this.afterFailure(scope, id, error);
    } finally {
      this.running.delete(id);
    }
  }

  /** A conversation that fails waits, so that the sweep has time for the others. */
  private async afterFailure(scope: CompanyScope, id: string, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted || (error instanceof AppError && error.code === 'LANE_BUSY')) return;
    this.logger.error(`could not run the flows of conversation ${id}`, error);
    const until = new Date(Date.now() + AFTER_FAILURE_MS);
    const conversationId = toObjectId(id);
    const postponed = [
      this.threads.postpone(scope, conversationId, until),
      this.runs.postpone(scope, conversationId, until),
    ];
    await Promise.all(postponed).catch(() => undefined);
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.drains);
  }
}
