import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../errors/index.js';
import type { CompanyScope } from './company-scope.js';
import { TenantCollection } from './tenant-collection.js';
import { QUERY_TIMEOUT_MS } from './tenant.repository.js';

interface CountedChanges {
  company_id: Types.ObjectId;
  version: number;
}

/** There is one document for each company. */
const ALL = {} as never;

/** Counts the changes of something in a company. Processes compare it with their caches. */
export abstract class ChangeCounter<T extends CountedChanges> {
  private readonly collection: TenantCollection<T>;

  protected constructor(model: Model<T>) {
    this.collection = new TenantCollection(model);
  }

  /** 0 without changes. */
  async current(scope: CompanyScope): Promise<number> {
    const found = await this.collection.findOne(scope, ALL, {
      projection: { _id: 0, version: 1 },
      maxTimeMS: QUERY_TIMEOUT_MS,
    });
    return found?.version ?? 0;
  }

  async increment(scope: CompanyScope): Promise<void> {
    const now = new Date();
    const change = { $inc: { version: 1 }, $set: { updated_at: now } };
    const first = { ...change, $setOnInsert: { created_at: now } } as never;
    try {
      await this.collection.findOneAndUpdate(scope, ALL, first, { upsert: true });
    } catch (error) {
      // A parallel first write has created the document.
      if (!isDuplicateKey(error)) throw error;
      await this.collection.updateOne(scope, ALL, change as never);
    }
  }
}
