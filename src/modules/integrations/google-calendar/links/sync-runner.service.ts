import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import pLimit, { type LimitFunction } from 'p-limit';
import { EventBus } from '../../../../core/events/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { CalendarLinksRepository } from './calendar-links.repository.js';
import { LinkSync } from './link-sync.service.js';

const POLL_INTERVAL_MS = 30_000;
const BATCH = 200;
/** A slow Google must not keep thousands of requests open. */
const AT_ONCE = 8;
/** A company with many calendars must not hold up the others. */
const AT_ONCE_PER_COMPANY = 2;
const MAX_COMPANIES = 10_000;

const lockOf = (id: Types.ObjectId): string => `google-calendar:link:${id.toHexString()}`;

/** Decides when calendars are synchronised: each every five minutes, and at once when somebody or Google asks for it. */
@Injectable()
export class SyncRunner implements OnModuleInit {
  private readonly logger = new Logger(SyncRunner.name);
  /** By calendar; those that wait for their turn, too. `again`: somebody has asked for another run meanwhile. */
  private readonly runs = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  private readonly stopping = new AbortController();
  private readonly limit = pLimit(AT_ONCE);
  private readonly companies = new LRUCache<string, LimitFunction>({ max: MAX_COMPANIES });

  constructor(
    private readonly links: CalendarLinksRepository,
    private readonly sync: LinkSync,
    private readonly locks: KeyedLocks,
    private readonly shutdown: ShutdownSteps,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'google calendar', () => this.stop());
    this.bus.on('users.changed', async ({ companyId, userId, deleted }) => {
      if (deleted) await this.links.release(CompanyScope.of(companyId), toObjectId(userId));
    });
    this.bus.on('contact.deleted', async ({ companyId }) => {
      await this.links.wake(CompanyScope.of(companyId));
    });
  }

  /** Begins the run of a calendar without waiting for it. */
  start(scope: CompanyScope, id: Types.ObjectId): void {
    const key = id.toHexString();
    const current = this.runs.get(key);
    if (current) current.again = true;
    if (current || this.stopping.signal.aborted) return;
    const turn = this.limitOf(scope)(() => this.limit(() => this.runWhileAsked(scope, id)));
    this.runs.set(key, { again: false, done: turn.finally(() => this.runs.delete(key)) });
  }

  /** Begins the runs of all calendars of a company that are due. */
  async startAll(scope: CompanyScope): Promise<void> {
    for (const { _id } of await this.links.dueOf(scope, new Date())) this.start(scope, _id);
  }

  /** Resolves when no run is under way. */
  async idle(): Promise<void> {
    while (this.runs.size > 0) await Promise.all([...this.runs.values()].map(({ done }) => done));
  }

  @Interval(POLL_INTERVAL_MS)
  async poll(now = new Date()): Promise<void> {
    for (const { _id, company_id } of await this.links.due(now, BATCH)) this.start(CompanyScope.of(company_id), _id);
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  private limitOf({ id }: CompanyScope): LimitFunction {
    let limit = this.companies.get(id);
    if (!limit) this.companies.set(id, (limit = pLimit(AT_ONCE_PER_COMPANY)));
    return limit;
  }

  private async runWhileAsked(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const run = this.runs.get(id.toHexString());
    do {
      if (this.stopping.signal.aborted) return;
      if (run) run.again = false;
      await this.runSafely(scope, id);
    } while (run?.again);
  }

  /** Never throws: a calendar that fails must not hold up the others. Another process may be at it. */
  private async runSafely(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    try {
      await this.locks.tryWithLock(lockOf(id), async ({ signal }) => {
        const link = await this.links.findById(scope, id);
        // A run that has just ended has already seen what this one was asked for.
        if (link && link.due_at <= new Date())
          await this.sync.run(scope, link, AbortSignal.any([signal, this.stopping.signal]));
      });
    } catch (error) {
      this.logger.error(`calendar ${id.toHexString()} is left to a later run`, error);
    }
  }
}
