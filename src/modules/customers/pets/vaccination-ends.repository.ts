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
import { Pet } from './schemas/pet.schema.js';

/** One pet and one day on which vaccinations of it end. */
export interface VaccinationEnd {
  /** The id of the pet. */
  _id: Types.ObjectId;
  vaccination_ends: string;
}

/** Days as YYYY-MM-DD, both included; without a day that side is open. */
export interface EndRange {
  from?: string;
  until?: string;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Reads pets by the days on which their vaccinations end. */
@Injectable()
export class VaccinationEndsRepository extends TenantRepository<Pet> {
  constructor(@InjectModel(Pet.name) model: Model<Pet>) {
    super(model, 'Pet');
  }

  async list(
    scope: CompanyScope,
    { from = FIRST_DAY, until = LAST_DAY }: EndRange,
    direction: KeysetOrder['direction'],
    { limit = DEFAULT_PAGE_SIZE, cursor }: PageRequest,
  ): Promise<Page<VaccinationEnd>> {
    const order: KeysetOrder = { field: 'vaccination_ends', direction };
    const days = { $gte: from, $lte: until };
    const rows = await this.model
      .aggregate<VaccinationEnd>([
        { $match: this.scoped(scope, { vaccination_ends: { $elemMatch: days } }) },
        { $project: { vaccination_ends: 1 } },
        { $unwind: '$vaccination_ends' },
        { $match: { $and: [{ vaccination_ends: days }, keysetFilter(order, cursor)] } },
        { $sort: keysetSort(order) },
        { $limit: limit + 1 },
      ])
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
    return toPage(rows, limit, order);
  }
}
