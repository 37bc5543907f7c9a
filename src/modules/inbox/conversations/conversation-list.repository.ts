import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  type CompanyScope,
  DEFAULT_PAGE_SIZE,
  keysetFilter,
  type KeysetOrder,
  keysetSort,
  type Page,
  type PageRequest,
  QUERY_TIMEOUT_MS,
  TenantRepository,
  toPage,
} from '../../../core/tenancy/index.js';
import { prefixFilters } from '../../../core/text/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import {
  indexConditions,
  type ListFilters,
  type ListSort,
  LIST_ORDERS,
  listConditions,
  listIndex,
  unreadCondition,
} from './conversation-list.js';
import { filterExpression } from './filter-expression.js';
import { Conversation, LIST_INDEXES } from './schemas/conversation.schema.js';

const MAX_SEARCH_HITS = 500;

/** `unread`: conversations with messages that the reader has not read. */
export interface ViewCount {
  open: number;
  unread: number;
}

/** Rows that pass all groups of filters, in the order of the sort. */
interface Selection {
  groups: readonly ListFilters[];
  sort: ListSort;
  /** Where a page begins. */
  after?: Record<string, unknown>;
  amongIds?: readonly Types.ObjectId[] | undefined;
}

@Injectable()
export class ConversationListRepository extends TenantRepository<Conversation> {
  constructor(@InjectModel(Conversation.name) model: Model<Conversation>) {
    super(model, 'Conversation');
  }

  /** One indexed query. @param groups groups of filters; a row passes all of them */
  async list(
    scope: CompanyScope,
    groups: readonly ListFilters[],
    sort: ListSort,
    request: PageRequest,
    amongIds?: readonly Types.ObjectId[],
  ): Promise<Page<Conversation>> {
    const order: KeysetOrder = LIST_ORDERS[sort];
    const limit = request.limit ?? DEFAULT_PAGE_SIZE;
    const after = keysetFilter(order, request.cursor);
    const rows = await this.select(scope, { groups, sort, after, amongIds }, { limit: limit + 1 });
    return toPage(rows, limit, order);
  }

  /** Ids of the newest conversations that pass all groups of filters, at most `limit`. */
  async ids(
    scope: CompanyScope,
    groups: readonly ListFilters[],
    limit: number,
    amongIds?: readonly Types.ObjectId[],
  ): Promise<Types.ObjectId[]> {
    const rows = await this.select(scope, { groups, sort: 'latest', amongIds }, { limit, projection: { _id: 1 } });
    return rows.map(({ _id }) => _id);
  }

  /** The newest activity first. */
  async pageOfPlatform(
    scope: CompanyScope,
    platform: Platform,
    page: number,
    limit: number,
  ): Promise<{ rows: Conversation[]; total: number }> {
    const options = { sort: { last_activity_at: -1, _id: -1 }, skip: (page - 1) * limit, limit } as const;
    const [rows, total] = await Promise.all([
      this.collection.find(
        scope,
        { platform },
        {
          ...options,
          hint: LIST_INDEXES.latestByPlatform,
          maxTimeMS: QUERY_TIMEOUT_MS,
        },
      ),
      this.count(scope, { platform }),
    ]);
    return { rows, total };
  }

  async idsByWords(scope: CompanyScope, q: string): Promise<Types.ObjectId[]> {
    const words = prefixFilters('search', q);
    if (words.length === 0) return [];
    const options = { projection: { _id: 1 }, limit: MAX_SEARCH_HITS, maxTimeMS: QUERY_TIMEOUT_MS };
    const rows = await this.collection.find(scope, { $and: words }, options);
    return rows.map(({ _id }) => _id);
  }

  /** One aggregation. @returns a count for each group, in the order of the groups */
  async countOpen(
    scope: CompanyScope,
    groups: readonly ListFilters[],
    readerId: Types.ObjectId,
    now: Date,
  ): Promise<ViewCount[]> {
    const fits = groups.map((filters) => filterExpression({ $and: listConditions(filters, now) }));
    const isUnread = filterExpression(unreadCondition(readerId));
    // Groups equal rows first, so that each is judged once.
    const alike = await this.model
      .aggregate<{ _id: boolean[]; rows: number }>([
        { $match: this.scoped(scope, { status: 'open' }) },
        { $group: { _id: [isUnread, ...fits], rows: { $sum: 1 } } },
      ])
      .hint(LIST_INDEXES.latestByStatus)
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
    return groups.map((_, index) => {
      const counted = alike.filter(({ _id }) => _id[index + 1]);
      return { open: sumOf(counted), unread: sumOf(counted.filter(({ _id: [unread] }) => unread)) };
    });
  }

  private select(
    scope: CompanyScope,
    { groups, sort, after = {}, amongIds }: Selection,
    options: { limit: number; projection?: { _id: 1 } },
  ): Promise<Conversation[]> {
    const merged = Object.assign({}, ...groups) as ListFilters;
    const now = new Date();
    const conditions = [
      ...groups.flatMap((filters) => listConditions(filters, now)),
      ...indexConditions(merged, sort),
      after,
      ...(amongIds ? [{ _id: { $in: amongIds } }] : []),
    ].filter(isFilled);
    // MongoDB refuses an empty $and.
    return this.collection.find(scope, conditions.length > 0 ? { $and: conditions } : {}, {
      ...options,
      sort: keysetSort(LIST_ORDERS[sort]),
      maxTimeMS: QUERY_TIMEOUT_MS,
      ...(amongIds ? {} : { hint: listIndex(merged, sort) }),
    });
  }
}

function sumOf(counted: readonly { rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}

function isFilled(filter: Record<string, unknown>): boolean {
  return Object.keys(filter).length > 0;
}
