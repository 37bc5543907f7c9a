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
/** Limits how long an old catalog is used after a crash between a write and its version. */
const MAX_AGE_MS = 60_000;

interface CachedSnapshot {
  readonly version: number;
  readonly company: CompanyTerms;
  readonly staffVersion: number;
  readonly snapshot: Promise<CatalogSnapshot>;
}

/** Caches the catalog of each company until its stored version changes. */
@Injectable()
export class BookingCatalog {
  private readonly versionReads = new SingleFlight<[version: number, company: Company]>();
  private readonly snapshots = new LRUCache<string, CachedSnapshot>({ max: MAX_COMPANIES, ttl: MAX_AGE_MS });

  constructor(
    private readonly reader: CatalogReader,
    private readonly versions: CatalogVersionsRepository,
    private readonly companies: CompaniesService,
  ) {}

  /** Two small queries, or one per collection after a change; parallel calls share them. @throws AppError NOT_FOUND for the company */
  async loadCatalog(scope: CompanyScope): Promise<CatalogSnapshot> {
    // The version is read first, so that the data is at least as new.
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
    // Waiting callers get the error; the next call tries again.
    snapshot.catch(() => {
      if (this.snapshots.peek(scope.id) === entry) this.snapshots.delete(scope.id);
    });
    return snapshot;
  }
}
