import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../../../core/auth-guards/index.js';
import { SingleFlight } from '../../../core/concurrency/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationListRepository, type ViewCount } from './conversation-list.repository.js';
import { viewFilters, type View, VIEWS } from './conversation-views.js';

/** Two of the views depend on the time. */
const CACHE_TTL_MS = 2_000;
const CACHE_SIZE = 5_000;

/** The counts of views, and the number of the newest event that they contain for certain. */
export interface ViewCounts {
  counts: Partial<Record<View, ViewCount>>;
  as_of: number;
}

/** Counts the views of the inbox, at most once every two seconds for a user and once for each event of the company. */
@Injectable()
export class ConversationCountsService {
  private readonly known = new LRUCache<string, ViewCounts>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly running = new SingleFlight<ViewCounts>();

  constructor(
    private readonly list: ConversationListRepository,
    private readonly realtime: RealtimeService,
  ) {}

  /** @param views all views where it is missing */
  async count(scope: CompanyScope, reader: Principal, views: readonly View[] = VIEWS): Promise<ViewCounts> {
    const { counts, as_of } = await this.current(scope, reader);
    return { counts: Object.fromEntries(views.map((view) => [view, counts[view]])), as_of };
  }

  private async current(scope: CompanyScope, reader: Principal): Promise<ViewCounts> {
    const as_of = await this.realtime.latestSeq(scope);
    const key = `${scope.id}:${reader.userId}`;
    const known = this.known.get(key);
    if (known?.as_of === as_of) return known;
    return this.running.run(`${key}:${as_of}`, 0, async () => {
      const now = new Date();
      const readerId = toObjectId(reader.userId);
      const groups = VIEWS.map((view) => viewFilters(view, readerId, now));
      const found = await this.list.countOpen(scope, groups, readerId, now);
      const counts = Object.fromEntries(VIEWS.map((view, index) => [view, found[index]]));
      const counted: ViewCounts = { counts, as_of };
      this.known.set(key, counted);
      return counted;
    });
  }
}
