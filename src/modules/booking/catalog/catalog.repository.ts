import type { Model } from 'mongoose';
import { type CompanyScope, type VersionedDocument, VersionedRepository } from '../../../core/tenancy/index.js';
import { limitReached } from '../calendar/index.js';

/** Collections so small that the slot search reads all documents of a company. */
export abstract class CatalogRepository<T extends VersionedDocument> extends VersionedRepository<T> {
  protected constructor(
    model: Model<T>,
    private readonly noun: string,
    private readonly maximum: number,
  ) {
    super(model, noun);
  }

  /** @throws AppError LIMIT_REACHED */
  async add(scope: CompanyScope, fields: Partial<T>): Promise<T> {
    if ((await this.count(scope, {} as never)) >= this.maximum) throw limitReached(this.noun, this.maximum);
    return this.create(scope, fields);
  }

  /** Oldest first. */
  all(scope: CompanyScope): Promise<T[]> {
    return this.collection.find(scope, {} as never, { sort: { _id: 1 } });
  }
}
