import { Injectable } from '@nestjs/common';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import type { CompanyScope } from '../../../core/tenancy/index.js';

const MAX_CALLS = 100;
/** So that a slow provider of one company does not delay the others. */
export const MAX_CALLS_PER_COMPANY = 20;
const MAX_COMPANIES_IN_MEMORY = 10_000;

/** Limits the calls of a process. A message waits here before its attempt is stored, so the wait does not count. */
@Injectable()
export class ProviderCallLimits {
  private readonly all = bulkhead(MAX_CALLS, Infinity);
  private readonly ofCompanies = new LRUCache<string, BulkheadPolicy>({ max: MAX_COMPANIES_IN_MEMORY });

  /** In the order of the calls. */
  run<T>(scope: CompanyScope, work: () => Promise<T>): Promise<T> {
    return this.ofCompany(scope.id).execute(() => this.all.execute(work));
  }

  private ofCompany(id: string): BulkheadPolicy {
    const known = this.ofCompanies.get(id);
    if (known) return known;
    const slots = bulkhead(MAX_CALLS_PER_COMPANY, Infinity);
    this.ofCompanies.set(id, slots);
    return slots;
  }
}
