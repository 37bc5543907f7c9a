import type {
  BulkWriteResult,
  Collection,
  Filter,
  FindOneAndUpdateOptions,
  FindOptions,
  OptionalUnlessRequiredId,
  UpdateFilter,
} from 'mongodb';
import type { Model } from 'mongoose';
import { type CompanyScope, systemComment, type SystemReason } from './company-scope.js';
import type { TenantOwned } from './tenant-schema.js';
import { assertTenantDocument, assertTenantUpdate } from './tenant-wall.plugin.js';

type ScopedFilter<T> = Omit<Filter<T>, 'company_id'>;
type UpdateOf<T> = UpdateFilter<T> | Record<string, unknown>[];

export interface ScopedUpdate<T> {
  scope: CompanyScope;
  filter: ScopedFilter<T>;
  update: UpdateOf<T>;
}

/** `derived` data can be rebuilt, so it need not wait for the journal. */
export type Durability = 'durable' | 'derived';
const DERIVED = { w: 1, journal: false } as const;

/**
 * The driver's collection behind the tenant wall, for paths where Mongoose's casting costs more than the write.
 * Callers pass validated values; every call names a company or a system reason.
 */
export class TenantCollection<T extends TenantOwned> {
  private opened: Collection<T> | undefined;

  constructor(private readonly model: Model<T>) {}

  findOne(scope: CompanyScope, filter: ScopedFilter<T>, options?: FindOptions): Promise<T | null> {
    return this.raw.findOne<T>(this.scoped(scope, filter), options);
  }

  find(scope: CompanyScope, filter: ScopedFilter<T>, options?: FindOptions): Promise<T[]> {
    return this.raw.find(this.scoped(scope, filter), options).toArray() as unknown as Promise<T[]>;
  }

  /** Undecoded BSON, for reads of thousands of documents. */
  findRaw(scope: CompanyScope, filter: ScopedFilter<T>, options?: FindOptions): Promise<Uint8Array[]> {
    const raw = this.raw.find(this.scoped(scope, filter), { ...options, raw: true });
    return raw.toArray() as unknown as Promise<Uint8Array[]>;
  }

  findAcrossCompanies(reason: SystemReason, filter: Filter<T>, options?: FindOptions): Promise<T[]> {
    const marked = { ...options, comment: systemComment(reason) };
    return this.raw.find(filter, marked).toArray() as unknown as Promise<T[]>;
  }

  /**
   * The documents already carry their company. 'unordered' tries every one and lists the failures in the driver's
   * bulk error; 'ordered' stops at the first.
   */
  async insertMany(docs: readonly T[], order: 'ordered' | 'unordered' = 'unordered'): Promise<void> {
    for (const doc of docs) assertTenantDocument('insertMany', doc);
    await this.raw.insertMany(docs as unknown as OptionalUnlessRequiredId<T>[], { ordered: order === 'ordered' });
  }

  async insertOne(scope: CompanyScope, doc: Omit<T, 'company_id'>): Promise<T> {
    const stored = { ...doc, company_id: scope.companyId } as T;
    await this.raw.insertOne(stored as unknown as OptionalUnlessRequiredId<T>);
    return stored;
  }

  async findOneAndUpdate(
    scope: CompanyScope,
    filter: ScopedFilter<T>,
    update: UpdateOf<T>,
    options: FindOneAndUpdateOptions = {},
  ): Promise<T | null> {
    return this.raw.findOneAndUpdate(this.scoped(scope, filter), checked(update), {
      returnDocument: 'after',
      ...options,
    }) as Promise<T | null>;
  }

  async updateMany(
    scope: CompanyScope,
    filter: ScopedFilter<T>,
    update: UpdateOf<T>,
    durability: Durability = 'durable',
  ): Promise<number> {
    const options = durability === 'derived' ? { writeConcern: DERIVED } : {};
    return (await this.raw.updateMany(this.scoped(scope, filter), checked(update), options)).modifiedCount;
  }

  async updateOne(
    scope: CompanyScope,
    filter: ScopedFilter<T>,
    update: UpdateOf<T>,
    durability: Durability = 'durable',
  ): Promise<boolean> {
    const options = durability === 'derived' ? { writeConcern: DERIVED } : {};
    return (await this.raw.updateOne(this.scoped(scope, filter), checked(update), options)).matchedCount === 1;
  }

  async bulkUpdate(updates: readonly ScopedUpdate<T>[], durability: Durability = 'durable'): Promise<BulkWriteResult> {
    const operations = updates.map(({ scope, filter, update }) => ({
      updateOne: { filter: this.scoped(scope, filter), update: checked(update) },
    }));
    const options = durability === 'derived' ? { ordered: false, writeConcern: DERIVED } : { ordered: false };
    return this.raw.bulkWrite(operations, options);
  }

  async updateAcrossCompanies(
    reason: SystemReason,
    filter: Filter<T>,
    update: UpdateOf<T>,
    durability: Durability = 'durable',
  ): Promise<number> {
    const options = { comment: systemComment(reason), ...(durability === 'derived' ? { writeConcern: DERIVED } : {}) };
    return (await this.raw.updateMany(filter, checked(update), options)).modifiedCount;
  }

  async deleteMany(scope: CompanyScope, filter: ScopedFilter<T>): Promise<number> {
    return (await this.raw.deleteMany(this.scoped(scope, filter))).deletedCount;
  }

  async deleteAcrossCompanies(reason: SystemReason, filter: Filter<T>): Promise<number> {
    return (await this.raw.deleteMany(filter, { comment: systemComment(reason) })).deletedCount;
  }

  private scoped(scope: CompanyScope, filter: ScopedFilter<T>): Filter<T> {
    return { ...filter, company_id: scope.companyId };
  }

  /** Read once: making the driver's collection object costs more than a small query. */
  private get raw(): Collection<T> {
    return (this.opened ??= this.model.collection.conn
      .getClient()
      .db(this.model.db.name)
      .collection<T>(this.model.collection.name));
  }
}

/** @throws TenantWallError for an update that gives a document another company */
function checked<U>(update: U): U {
  assertTenantUpdate('update', update);
  return update;
}
