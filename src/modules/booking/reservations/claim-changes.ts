import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { LRUCache } from 'lru-cache';
import type { Model } from 'mongoose';
import { SingleFlight } from '../../../core/concurrency/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantCollection } from '../../../core/tenancy/index.js';
import { ClaimVersion } from './claim-changes.schema.js';

const MAX_COMPANIES = 10_000;

/**
 * Versions of a company's claims for caches: local at once, for other processes by a number in the database. A lost update only makes a
 * search slightly stale.
 */
@Injectable()
export class ClaimChanges {
  private readonly logger = new Logger(ClaimChanges.name);
  private readonly collection: TenantCollection<ClaimVersion>;
  private readonly stampReads = new SingleFlight<string>();
  private readonly localVersions = new LRUCache<string, number>({ max: MAX_COMPANIES });
  private lastLocalVersion = 0;
  /** Companies whose version is being written, and whether to write again. */
  private readonly publishing = new Map<string, { again: boolean }>();

  constructor(@InjectModel(ClaimVersion.name) model: Model<ClaimVersion>) {
    this.collection = new TenantCollection(model);
  }

  /** Call after a write of claims. */
  markChanged(scope: CompanyScope): void {
    this.localVersions.set(scope.id, ++this.lastLocalVersion);
    const pending = this.publishing.get(scope.id);
    if (pending) pending.again = true;
    else void this.publishVersion(scope);
  }

  /** Changes whenever claims may have changed. Parallel calls share one query. */
  stamp(scope: CompanyScope): Promise<string> {
    return this.stampReads.run(scope.id, Date.now(), async () => {
      const localVersion = this.localVersions.get(scope.id) ?? 0;
      const found = await this.collection.findOne(
        scope,
        {},
        { projection: { _id: 0, version: 1 }, maxTimeMS: QUERY_TIMEOUT_MS },
      );
      return `${localVersion}:${found?.version ?? 0}`;
    });
  }

  /** One write at a time per company, however many changes arrive. */
  private async publishVersion(scope: CompanyScope): Promise<void> {
    const state = { again: true };
    this.publishing.set(scope.id, state);
    try {
      while (state.again) {
        state.again = false;
        await this.incrementVersion(scope);
      }
    } catch (error) {
      this.logger.warn('could not tell other processes of a change of claims', error);
    } finally {
      this.publishing.delete(scope.id);
    }
  }

  private async incrementVersion(scope: CompanyScope): Promise<void> {
    const now = new Date();
    const increment = { $inc: { version: 1 }, $set: { updated_at: now }, $setOnInsert: { created_at: now } };
    const options = { writeConcern: { w: 1, journal: false } } as const;
    try {
      await this.collection.findOneAndUpdate(scope, {}, increment, { upsert: true, ...options });
    } catch (error) {
      // A parallel first write has created the document.
      if (!isDuplicateKey(error)) throw error;
      await this.collection.updateOne(scope, {}, { $inc: { version: 1 } }, 'derived');
    }
  }
}
