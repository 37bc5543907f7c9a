import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { CalendarFeed } from './schemas/calendar-feed.schema.js';

const BY_AGE = { _id: 1 } as const;

export type Whose = { readonly created_by?: Types.ObjectId };

@Injectable()
export class CalendarFeedsRepository extends TenantRepository<CalendarFeed> {
  constructor(@InjectModel(CalendarFeed.name) model: Model<CalendarFeed>) {
    super(model, 'Calendar feed');
  }

  /** The oldest first. */
  list(scope: CompanyScope, whose: Whose): Promise<CalendarFeed[]> {
    return this.find(scope, whose, { sort: BY_AGE });
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  async findByHash(hash: string): Promise<CalendarFeed | undefined> {
    const [feed] = await this.collection.findAcrossCompanies('read a calendar feed', { hash }, { limit: 1 });
    return feed;
  }

  /** @throws AppError NOT_FOUND */
  async get(scope: CompanyScope, _id: Types.ObjectId, whose: Whose): Promise<CalendarFeed> {
    const feed = await this.findOne(scope, { _id, ...whose });
    if (!feed) throw AppError.notFound('Calendar feed');
    return feed;
  }

  async remove(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id });
  }

  /** May be lost in a crash of the database. */
  async noteRead({ _id, company_id }: CalendarFeed, at: Date): Promise<void> {
    await this.collection.updateOne(CompanyScope.of(company_id), { _id }, { $set: { last_read_at: at } }, 'derived');
  }
}
