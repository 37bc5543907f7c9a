import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import type { StoredBooking } from '../reservations/index.js';
import { wallMinuteOf } from '../engine/index.js';
import { localDate } from '../availability/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { WaitlistSignals } from './waitlist-signals.js';
import { WaitlistOfferService } from './waitlist-offer.service.js';
import { WaitlistPlanner } from './waitlist-planner.js';
import type { WaitlistPlan } from './waitlist-plan.js';
import { byRank, wallTimeOf } from './waitlist-ranking.js';
import { WaitlistRepository } from './waitlist.repository.js';

const SWEEP_INTERVAL_MS = 30_000;
/** Longest delay of an offer after a lost event. */
const CHECK_EVERY_MS = 5 * 60_000;
/** Next check after an interrupted run, which may have left an unknown hold. */
const CHECK_AGAIN_MS = 60_000;
/** Starts tried per entry and run. */
const MAX_TRIES = 10;

/**
 * Offers free times by rank, and ends expired offers. Entries of staff get offers while staff are connected. An offer is a hold,
 * so no time is offered twice. Repeatable.
 */
@Injectable()
export class WaitlistOfferScheduler implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(WaitlistOfferScheduler.name);
  /** Companies that need another run after the current one. */
  private readonly runAgain = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly entries: WaitlistRepository,
    private readonly offers: WaitlistOfferService,
    private readonly planner: WaitlistPlanner,
    private readonly catalogs: BookingCatalog,
    private readonly locks: KeyedLocks,
    private readonly signals: WaitlistSignals,
  ) {}

  onModuleInit(): void {
    this.signals.onFreed((scope) => this.wake(scope));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.running.values());
  }

  wake(scope: CompanyScope): void {
    if (this.running.has(scope.id)) {
      this.runAgain.add(scope.id);
      return;
    }
    const looking = this.makeOffers(scope)
      .catch((error: unknown) => this.logger.warn('a waitlist is left to the sweep', error))
      .finally(() => {
        this.running.delete(scope.id);
        if (this.runAgain.delete(scope.id)) this.wake(scope);
      });
    this.running.set(scope.id, looking);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    for (const id of await this.entries.dueCompanies(now))
      await this.makeOffers(CompanyScope.of(id)).catch((error: unknown) =>
        this.logger.warn(`the waitlist of company ${id.toHexString()} could not be processed`, error),
      );
  }

  private async makeOffers(scope: CompanyScope): Promise<void> {
    await this.locks.withLock(`waitlist:${scope.id}`, async ({ signal }) => {
      for (const entry of await this.entries.offered(scope)) await this.offers.closeOrRepublish(scope, entry);
      // Most companies have no waitlist, so their catalog is not read at every change.
      if (!(await this.entries.hasWaiting(scope))) return;
      const catalog = await this.catalogs.loadCatalog(scope);
      const today = localDate(new Date(), catalog.time_zone);
      if (await this.entries.expireEntriesBefore(scope, today)) await this.signals.publishChange(scope);
      if (isQuiet(catalog, new Date())) return;
      const hasStaff = await this.signals.hasConnectedStaff(scope);
      // Customers who came by the public page answer by themselves.
      const all = (await this.entries.waiting(scope, today)).filter(({ origin }) => hasStaff || origin);
      if (all.length === 0) return;
      const again = new Date(Date.now() + CHECK_AGAIN_MS);
      await this.entries.postpone(scope, again);
      const waiting = await this.offers.resume(scope, catalog, all);
      await this.offerAll(scope, catalog, waiting.sort(byRank), signal);
      await this.entries.postpone(scope, new Date(Date.now() + CHECK_EVERY_MS), again);
    });
  }

  private async offerAll(
    scope: CompanyScope,
    catalog: CatalogSnapshot,
    ranked: readonly WaitlistEntry[],
    signal: AbortSignal,
  ): Promise<void> {
    const plans = await this.planner.plan(scope, catalog, ranked);
    for (const entry of ranked) {
      if (signal.aborted) return;
      const plan = plans.get(entry);
      const held = plan && (await this.offerOne(scope, catalog, entry, plan));
      if (held) for (const other of new Set(plans.values())) other.take(held);
    }
  }

  private async offerOne(
    scope: CompanyScope,
    catalog: CatalogSnapshot,
    entry: WaitlistEntry,
    plan: WaitlistPlan,
  ): Promise<StoredBooking | null> {
    const passed = [...entry.passed];
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const starts_at = plan.firstFor({ windows: entry.windows, passed });
      if (!starts_at) return null;
      try {
        return await this.offers.offer(scope, catalog, entry, starts_at);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.code === 'PET_BUSY') {
          passed.push(starts_at);
          continue;
        }
        if (error.code !== 'SLOT_TAKEN' && error.code !== 'SLOT_NOT_OFFERED') {
          this.logger.warn(`nothing can be offered to ${entry._id.toHexString()}: ${error.code}`);
          return null;
        }
        plan.remove(starts_at);
      }
    }
    return null;
  }
}

function isQuiet({ settings: { quiet_hours }, time_zone }: CatalogSnapshot, now: Date): boolean {
  if (!quiet_hours) return false;
  const { minute } = wallTimeOf({ starts_at: now, ends_at: now }, time_zone);
  const [from, to] = [wallMinuteOf(quiet_hours.from), wallMinuteOf(quiet_hours.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
