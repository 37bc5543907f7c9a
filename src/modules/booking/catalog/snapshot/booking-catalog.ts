import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SingleFlight } from '../../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type Company, currencyOf } from '../../../accounts/companies/index.js';
import { CatalogReader } from './catalog-reader.js';
import type { CatalogSnapshot, CompanyTerms } from './catalog-snapshot.js';
import { CatalogVersionsRepository } from '../../calendar/index.js';

const MAX_COMPANIES = 500;
/** Longest that a process shows an old catalog after a crash between a write and its version, or an old name of somebody. */
const MAX_AGE_MS = 60_000;

interface CachedSnapshot {
  readonly version: number;
  readonly company: CompanyTerms;
  /** {@link Company.staff_version} */
  readonly staffVersion: number;
  readonly snapshot: Promise<CatalogSnapshot>;
}

/** The catalogs of companies, each kept for as long as its version in the database says that nothing has changed. */
@Injectable()
export class BookingCatalog {
  private readonly versionReads = new SingleFlight<[version: number, company: Company]>();
  private readonly snapshots = new LRUCache<string, CachedSnapshot>({ max: MAX_COMPANIES, ttl: MAX_AGE_MS });

  constructor(
    private readonly reader: CatalogReader,
    private readonly versions: CatalogVersionsRepository,
    private readonly companies: CompaniesService,
  ) {}

  /**
   * Everything that decides what may be booked, as of now: two small queries, and one a collection after a change. Whoever
   * asks at the same time shares the reading, and the same object comes back until something changes.
   * @throws AppError NOT_FOUND for a company that is not
   */
  async loadCatalog(scope: CompanyScope): Promise<CatalogSnapshot> {
    // The version first: what is read after it is at least as new.
    const [version, stored] = await this.versionReads.run(scope.id, Date.now(), () =>
      Promise.all([this.versions.current(scope), this.companies.get(scope)]),
    );
    const company = { time_zone: stored.time_zone, currency: currencyOf(stored) };
    const staffVersion = stored.staff_version ?? 0;
    const cached = this.snapshots.get(scope.id);
    const isCurrent = cached && cached.version >= version && cached.staffVersion >= staffVersion;
    if (isCurrent && isDeepStrictEqual(cached.company, company)) return cached.snapshot;
    const snapshot = this.reader.read(scope, version, company);
    const entry = { version, company, staffVersion, snapshot };
    this.snapshots.set(scope.id, entry);
    // Whoever waits for it gets the failure; only the next one has to try again.
    snapshot.catch(() => {
      if (this.snapshots.peek(scope.id) === entry) this.snapshots.delete(scope.id);
    });
    return snapshot;
  }
}
