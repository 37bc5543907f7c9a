import { Error as MongooseError, type Model, type QueryFilter, type UpdateQuery } from 'mongoose';
import { AppError } from '../errors/index.js';
import { type CompanyScope, type IdLike, systemComment, type SystemReason, toObjectId } from './company-scope.js';
import {
  badCursor,
  DEFAULT_PAGE_SIZE,
  type KeysetOrder,
  keysetFilter,
  keysetSort,
  type Page,
  type PageRequest,
  toPage,
} from './page.js';
import { TenantCollection } from './tenant-collection.js';
import type { TenantDocument } from './tenant-schema.js';

export const QUERY_TIMEOUT_MS = 5_000;

type Filter<T> = Omit<QueryFilter<T>, 'company_id'>;
type Update<T> = UpdateQuery<T>;

/**
 * Base of the repositories of company documents. It returns plain objects; subclasses offer methods in the words of
 * the domain.
 */
export abstract class TenantRepository<T extends TenantDocument> {
  /** The same wall for hot paths, without Mongoose. */
  protected readonly collection: TenantCollection<T>;

  /** @param what the name of the resource in NOT_FOUND messages, for instance 'Contact' */
  protected constructor(
    protected readonly model: Model<T>,
    private readonly what: string,
  ) {
    this.collection = new TenantCollection<T>(model);
  }

  async create(scope: CompanyScope, fields: Partial<T>): Promise<T> {
    const doc = await this.model.create({ ...fields, company_id: scope.companyId } as never);
    return (doc as unknown as { toObject(): T }).toObject();
  }

  findById(scope: CompanyScope, id: IdLike): Promise<T | null> {
    return this.findOne(scope, { _id: toObjectId(id) } as Filter<T>);
  }

  /** @throws AppError NOT_FOUND, also for a document of another company */
  async getById(scope: CompanyScope, id: IdLike): Promise<T> {
    return (await this.findById(scope, id)) ?? this.notFound();
  }

  protected async findOne(scope: CompanyScope, filter: Filter<T>): Promise<T | null> {
    const doc = await this.model.findOne(this.scoped(scope, filter)).lean().maxTimeMS(QUERY_TIMEOUT_MS);
    return doc;
  }

  protected async find(
    scope: CompanyScope,
    filter: Filter<T>,
    options: { limit?: number; sort?: Record<string, 1 | -1> } = {},
  ): Promise<T[]> {
    const query = this.model.find(this.scoped(scope, filter)).lean().maxTimeMS(QUERY_TIMEOUT_MS);
    if (options.sort) void query.sort(options.sort);
    if (options.limit) void query.limit(options.limit);
    return await query;
  }

  /** The field of the order must be indexed after company_id. */
  protected async page(
    scope: CompanyScope,
    filter: Filter<T>,
    order: KeysetOrder,
    request: PageRequest,
  ): Promise<Page<T>> {
    const limit = request.limit ?? DEFAULT_PAGE_SIZE;
    const after = keysetFilter(order, request.cursor);
    const combined = { $and: [filter, after] } as unknown as Filter<T>;
    try {
      const selected = Object.keys(after).length > 0 ? combined : filter;
      const rows = await this.find(scope, selected, { sort: keysetSort(order), limit: limit + 1 });
      return toPage(rows, limit, order);
    } catch (error) {
      // The cursor of another list has a value of another type.
      throw request.cursor && error instanceof MongooseError.CastError ? badCursor() : error;
    }
  }

  protected async updateOne(scope: CompanyScope, filter: Filter<T>, update: Update<T>): Promise<T | null> {
    const doc = await this.model
      .findOneAndUpdate(this.scoped(scope, filter), update, { returnDocument: 'after', runValidators: true })
      .lean()
      .maxTimeMS(QUERY_TIMEOUT_MS);
    return doc;
  }

  /** @throws AppError NOT_FOUND */
  async updateById(scope: CompanyScope, id: IdLike, update: Update<T>): Promise<T> {
    return (await this.updateOne(scope, { _id: toObjectId(id) } as Filter<T>, update)) ?? this.notFound();
  }

  protected async updateMany(scope: CompanyScope, filter: Filter<T>, update: Update<T>): Promise<number> {
    const result = await this.model.updateMany(this.scoped(scope, filter), update).maxTimeMS(QUERY_TIMEOUT_MS);
    return result.modifiedCount;
  }

  /** @throws AppError NOT_FOUND */
  async deleteById(scope: CompanyScope, id: IdLike): Promise<T> {
    const filter = this.scoped(scope, { _id: toObjectId(id) } as Filter<T>);
    const doc = await this.model.findOneAndDelete(filter).lean().maxTimeMS(QUERY_TIMEOUT_MS);
    return (doc as T | null) ?? this.notFound();
  }

  protected async count(scope: CompanyScope, filter: Filter<T>): Promise<number> {
    return this.model.countDocuments(this.scoped(scope, filter)).maxTimeMS(QUERY_TIMEOUT_MS);
  }

  protected async findAcrossCompanies(
    reason: SystemReason,
    filter: QueryFilter<T>,
    options: { limit?: number; sort?: Record<string, 1 | -1> } = {},
  ): Promise<T[]> {
    const query = this.model.find(filter).comment(systemComment(reason)).lean().maxTimeMS(QUERY_TIMEOUT_MS);
    if (options.sort) void query.sort(options.sort);
    if (options.limit) void query.limit(options.limit);
    return await query;
  }

  protected scoped(scope: CompanyScope, filter: Filter<T>): QueryFilter<T> {
    return { ...filter, company_id: scope.companyId };
  }

  private notFound(): never {
    throw AppError.notFound(this.what);
  }
}
