import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import pLimit from 'p-limit';
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

const lockOf = (id: Types.ObjectId): string => `google-calendar:link:${id.toHexString()}`;

/** Decides when calendars are synchronised: each every five minutes, and at once when somebody or Google asks for it. */
@Injectable()
export class SyncRunner implements OnModuleInit {
  private readonly logger = new Logger(SyncRunner.name);
  private readonly running = new Set<Promise<void>>();
  private readonly limit = pLimit(AT_ONCE);

  constructor(
    private readonly links: CalendarLinksRepository,
    private readonly sync: LinkSync,
    private readonly locks: KeyedLocks,
    private readonly shutdown: ShutdownSteps,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.shutdown.register(ShutdownPhase.JobsStop, 'google calendar', () => this.idle());
    this.bus.on('users.changed', async ({ companyId, userId, deleted }) => {
      if (deleted) await this.links.release(CompanyScope.of(companyId), toObjectId(userId));
    });
    this.bus.on('contact.deleted', async ({ companyId }) => {
      await this.links.wake(CompanyScope.of(companyId));
    });
  }

  /** Begins the run of a calendar without waiting for it. */
  start(scope: CompanyScope, id: Types.ObjectId): void {
    const work = this.limit(() => this.runSafely(scope, id)).finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Begins the runs of all calendars of a company that are due. */
  async startAll(scope: CompanyScope): Promise<void> {
    for (const { _id } of await this.links.dueOf(scope, new Date())) this.start(scope, _id);
  }

  /** Resolves when no run is under way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  @Interval(POLL_INTERVAL_MS)
  async poll(now = new Date()): Promise<void> {
    const due = await this.links.due(now, BATCH);
    await this.limit.map(due, ({ _id, company_id }) => this.runSafely(CompanyScope.of(company_id), _id));
  }

  /** Never throws: a calendar that fails must not hold up the others. Another process may be at it. */
  private async runSafely(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    try {
      await this.locks.tryWithLock(lockOf(id), async ({ signal }) => {
        const link = await this.links.findById(scope, id);
        // A run that has just ended has already seen what this one was asked for.
        if (link && link.due_at <= new Date()) await this.sync.run(scope, link, signal);
      });
    } catch (error) {
      this.logger.error(`calendar ${id.toHexString()} is left to a later run`, error);
    }
  }
}
