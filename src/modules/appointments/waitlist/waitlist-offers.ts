import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppError } from '../../../core/errors/index.js';
import { Lanes } from '../../../core/lanes/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import { localDate } from '../slots/local-date.js';
import { SlotsService } from '../slots/slots.service.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { WaitlistNews } from './waitlist-news.js';
import { WaitlistOffering, wishOf } from './waitlist-offering.js';
import { byRank, fits } from './waitlist-ranking.js';
import { WaitlistRepository } from './waitlist.repository.js';

const SWEEP_INTERVAL_MS = 30_000;
const SWEEP_BATCH = 500;
/** The longest that a time is free and nobody is asked, when the news of it was lost in a crash. */
const CHECK_EVERY_MS = 5 * 60_000;
/** When the sweep looks again where a look did not end: somebody died who may have left a hold that nobody knows of. */
const CHECK_AGAIN_MS = 60_000;
/** Times that are tried for one entry in one go. */
const MAX_TRIES = 3;

/** Somebody who waits, and what is free for them, the earliest first. */
interface Candidate {
  readonly entry: WaitlistEntry;
  readonly starts: readonly Date[];
}

/**
 * Offers times that become free to those who wait, in the order of their rank. An offer is a hold, so no time is ever offered
 * twice at once. It is enough to look again at any time: what has to be done follows from the entries and the diary alone.
 */
@Injectable()
export class WaitlistOffers implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(WaitlistOffers.name);
  /** Companies that are to be looked at once more, since something happened meanwhile. */
  private readonly again = new Set<string>();
  private readonly looking = new Map<string, Promise<void>>();

  constructor(
    private readonly entries: WaitlistRepository,
    private readonly offering: WaitlistOffering,
    private readonly slots: SlotsService,
    private readonly catalogs: BookingCatalog,
    private readonly lanes: Lanes,
    private readonly news: WaitlistNews,
  ) {}

  onModuleInit(): void {
    this.news.onFreed((scope) => this.wake(scope));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.looking.values());
  }

  /** Looks who can be offered something; nobody waits for it. */
  wake(scope: CompanyScope): void {
    if (this.looking.has(scope.id)) {
      this.again.add(scope.id);
      return;
    }
    const looking = this.look(scope)
      .catch((error: unknown) => this.logger.warn('a waitlist is left to the sweep', error))
      .finally(() => {
        this.looking.delete(scope.id);
        if (this.again.delete(scope.id)) this.wake(scope);
      });
    this.looking.set(scope.id, looking);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    const due = await this.entries.due(now, SWEEP_BATCH);
    for (const id of new Set(due.map(({ company_id }) => company_id.toHexString())))
      await this.look(CompanyScope.of(id)).catch((error: unknown) => this.logger.warn('could not look', error));
  }

  /** One process at a time for a company. */
  private async look(scope: CompanyScope): Promise<void> {
    await this.lanes.run(`waitlist:${scope.id}`, async ({ signal }) => {
      for (const entry of await this.entries.inState(scope, 'offered')) await this.offering.settle(scope, entry);
      const all = await this.entries.inState(scope, 'waiting');
      if (all.length === 0) return;
      const again = new Date(Date.now() + CHECK_AGAIN_MS);
      await this.entries.postpone(scope, again);
      const catalog = await this.catalogs.loadCatalog(scope);
      const waiting = await this.offering.resume(scope, catalog, all);
      await this.offerAll(scope, catalog, waiting.sort(byRank), signal);
      await this.entries.postpone(scope, new Date(Date.now() + CHECK_EVERY_MS), again);
    });
  }

  private async offerAll(
    scope: CompanyScope,
    catalog: CatalogSnapshot,
    ranked: WaitlistEntry[],
    signal: AbortSignal,
  ): Promise<void> {
    for (let index = 0; index < ranked.length && !signal.aborted;) {
      const found = await this.firstWithTimes(scope, catalog, ranked.slice(index, index + 1));
      if (!found) index++;
      else {
        // What became free while others were looked at is theirs first.
        const asked = (await this.firstWithTimes(scope, catalog, ranked.slice(0, index))) ?? found;
        await this.offerFirst(scope, catalog, asked);
        if (asked !== found) index--;
        ranked.splice(ranked.indexOf(asked.entry), 1);
      }
    }
  }

  private async firstWithTimes(
    scope: CompanyScope,
    catalog: CatalogSnapshot,
    ranked: readonly WaitlistEntry[],
  ): Promise<Candidate | null> {
    for (const entry of ranked) {
      const starts = await this.startsFor(scope, catalog, entry).catch(noneWhereImpossible);
      if (starts.length > 0) return { entry, starts };
    }
    return null;
  }

  private async offerFirst(scope: CompanyScope, catalog: CatalogSnapshot, { entry, starts }: Candidate): Promise<void> {
    for (const starts_at of starts.slice(0, MAX_TRIES)) {
      try {
        await this.offering.offer(scope, catalog, entry, starts_at);
        return;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.code !== 'SLOT_TAKEN' && error.code !== 'SLOT_NOT_OFFERED') {
          this.logger.warn(`nothing can be offered to ${entry._id.toHexString()}: ${error.code}`);
          return;
        }
      }
    }
  }

  /** Free starts within the windows of an entry that it has not passed, the earliest first. */
  private async startsFor(scope: CompanyScope, { time_zone }: CatalogSnapshot, entry: WaitlistEntry): Promise<Date[]> {
    const today = localDate(new Date(), time_zone);
    const passed = new Set(entry.passed.map((start) => start.getTime()));
    const found = new Set<number>();
    for (const window of entry.windows) {
      if (window.date_to < today) continue;
      const range = { from: window.date_from < today ? today : window.date_from, to: window.date_to };
      const { days } = await this.slots.search(scope, { ...range, wish: wishOf(entry), channel: 'staff' });
      for (const slot of days.flatMap(({ slots }) => slots)) {
        const start = slot.starts_at.getTime();
        if (fits(window, slot, time_zone) && !passed.has(start)) found.add(start);
      }
    }
    return [...found].sort((one, other) => one - other).map((start) => new Date(start));
  }
}

/** Whose service or pet is gone waits in vain, and keeps nobody else waiting. */
function noneWhereImpossible(error: unknown): Date[] {
  if (error instanceof AppError) return [];
  throw error;
}
