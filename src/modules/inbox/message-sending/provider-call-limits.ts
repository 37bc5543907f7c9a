import { Injectable } from '@nestjs/common';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/** Calls to providers that one process makes at a time. */
const MAX_CALLS = 100;
/** So many of them for one company, so that its slow provider delays nobody else. */
export const MAX_CALLS_PER_COMPANY = 20;
const MAX_COMPANIES_IN_MEMORY = 10_000;

/**
 * Limits the calls to providers. A message waits here for its place before its attempt is on record, so that waiting
 * costs nothing of the time that the call may take.
 */
@Injectable()
export class ProviderCallLimits {
  private readonly all = bulkhead(MAX_CALLS, Infinity);
  private readonly ofCompanies = new LRUCache<string, BulkheadPolicy>({ max: MAX_COMPANIES_IN_MEMORY });

  /** Runs the work when there is a place for it, in the order of the calls. */
  run<T>(scope: CompanyScope, work: () => Promise<T>): Promise<T> {
    return this.ofCompany(scope.id).execute(() => this.all.execute(work));
  }

  private ofCompany(id: string): BulkheadPolicy {
    const known = this.ofCompanies.get(id);
    if (known) return known;
    const places = bulkhead(MAX_CALLS_PER_COMPANY, Infinity);
    this.ofCompanies.set(id, places);
    return places;
  }
}
