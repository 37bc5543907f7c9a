import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { SingleFlight } from '../../../core/concurrency/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationListRepository, type ViewCount } from './conversation-list.repository.js';
import { type AnyView, VIEWS } from './conversation-views.js';
import { ViewFiltersService } from './view-filters.service.js';

const CACHE_TTL_MS = 2_000;
const CACHE_SIZE = 5_000;
const NONE: ViewCount = { open: 0, unread: 0 };

/** The counts by view, and the number of the newest event that they contain for certain. */
export interface ViewCounts {
  counts: Record<string, ViewCount>;
  as_of: number;
}

/** Keeps the counts of a user until the next event of the company, at most for two seconds. */
@Injectable()
export class ConversationCountsService {
  private readonly known = new LRUCache<string, ViewCounts>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly running = new SingleFlight<ViewCounts>();

  constructor(
    private readonly list: ConversationListRepository,
    private readonly filters: ViewFiltersService,
    private readonly realtime: RealtimeService,
  ) {}

  /** A label that does not exist has no conversations. */
  async count(scope: CompanyScope, reader: Principal, views: readonly AnyView[] = VIEWS): Promise<ViewCounts> {
    const as_of = await this.realtime.latestSeq(scope);
    const key = `${scope.id}:${reader.userId}:${views.join()}`;
    const known = this.known.get(key);
    if (known?.as_of === as_of) return known;
    return this.running.run(`${key}:${as_of}`, 0, async () => {
      const counted = { counts: await this.countNow(scope, toObjectId(reader.userId), views), as_of };
      this.known.set(key, counted);
      return counted;
    });
  }

  private async countNow(
    scope: CompanyScope,
    readerId: Types.ObjectId,
    views: readonly AnyView[],
  ): Promise<Record<string, ViewCount>> {
    const now = new Date();
    const groups = await this.filters.many(scope, views, readerId, now);
    const known = groups.flatMap((filters) => filters ?? []);
    const found = await this.list.countOpen(scope, known, readerId, now);
    const counts = new Map(views.filter((_, index) => groups[index]).map((view, index) => [view, found[index]]));
    return Object.fromEntries(views.map((view) => [view, counts.get(view) ?? NONE]));
  }
}
