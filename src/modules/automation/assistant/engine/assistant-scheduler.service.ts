import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { CompanyTurns, DUE_PAGE, fairly } from '../../flow-runs/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { lockOf } from './conversation-lock.js';
import { ThreadWork } from './thread-work.service.js';

const SWEEP_INTERVAL_MS = 1_000;
/** Conversations that are worked on at once. */
const AT_ONCE = { all: 100, perCompany: 25 };
/** The pause after the work of a conversation failed. */
const AFTER_FAILURE_MS = 10_000;

/** Works on conversations when they are due: by a timer in this process, and by a sweep for what a crash left. */
@Injectable()
export class AssistantScheduler implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(AssistantScheduler.name);
  private readonly stopping = new AbortController();
  private readonly turns = new CompanyTurns(AT_ONCE);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  private isSweeping = false;

  constructor(
    private readonly threads: AssistantThreadsRepository,
    private readonly locks: KeyedLocks,
    private readonly work: ThreadWork,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'assistant', () => this.stop());
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Looks at the conversation at this time. A later call with another time replaces it. @param id hex */
  plan(scope: CompanyScope, id: string, at: Date): void {
    clearTimeout(this.timers.get(id));
    if (this.stopping.signal.aborted) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(id);
        this.start(scope, id, 'withLock');
      },
      Math.max(0, at.getTime() - Date.now()),
    );
    timer.unref();
    this.timers.set(id, timer);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    if (this.stopping.signal.aborted || this.isSweeping) return;
    this.isSweeping = true;
    try {
      for (const { company_id, _id } of await fairly((except) => this.threads.due(now, except, DUE_PAGE))) {
        const id = _id.toHexString();
        if (!this.running.has(id)) this.start(CompanyScope.of(company_id), id, 'tryWithLock', now);
      }
    } finally {
      this.isSweeping = false;
    }
  }

  /** Resolves when no conversation is being processed. Timers may still be set. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** @param how what a sweep has found is skipped while another process works on it */
  private start(scope: CompanyScope, id: string, how: 'withLock' | 'tryWithLock', now?: Date): void {
    if (this.stopping.signal.aborted) return;
    const before = this.running.get(id) ?? Promise.resolve();
    const done = before
      .then(() => this.turns.run(scope.id, () => this.workOn(scope, id, how, now)))
      .finally(() => {
        if (this.running.get(id) === done) this.running.delete(id);
      });
    this.running.set(id, done);
  }

  private async workOn(scope: CompanyScope, id: string, how: 'withLock' | 'tryWithLock', now?: Date): Promise<void> {
    const conversationId = toObjectId(id);
    try {
      await this.locks[how](lockOf(conversationId), async (lease) => {
        const next = await this.work.do(scope, lease, conversationId, this.stopping.signal, now);
        if (next) this.plan(scope, id, next);
      });
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.logger.error(`the assistant could not work on conversation ${id}`, error);
      await this.threads.setDue(scope, conversationId, new Date(Date.now() + AFTER_FAILURE_MS)).catch(() => undefined);
    }
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.idle();
  }
}
