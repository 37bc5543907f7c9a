import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  VersionedRepository,
} from '../../../../core/tenancy/index.js';
import { limitReached } from '../calendar.errors.js';
import { Closure } from './closure.schema.js';

const BY_END: KeysetOrder = { field: 'ends_on', direction: 1 };
/** Limit for closures that have not ended. */
const MAX_AHEAD = 2_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

export interface ClosureFilters {
  from?: string;
  to?: string;
}

@Injectable()
export class ClosuresRepository extends VersionedRepository<Closure> {
  constructor(@InjectModel(Closure.name) model: Model<Closure>) {
    super(model, 'Closure');
  }

  list(scope: CompanyScope, { from, to }: ClosureFilters, request: PageRequest): Promise<Page<Closure>> {
    const filter = { ...(from ? { ends_on: { $gte: from } } : {}), ...(to ? { starts_on: { $lte: to } } : {}) };
    return this.page(scope, filter, BY_END, request);
  }

  endingFrom(scope: CompanyScope, date: string): Promise<Closure[]> {
    return this.collection.find(scope, { ends_on: { $gte: date } });
  }

  /** Closures of these local days, both included. */
  overlapping(scope: CompanyScope, from: string, to: string): Promise<Closure[]> {
    return this.collection.find(scope, { ends_on: { $gte: from }, starts_on: { $lte: to } });
  }

  async add(scope: CompanyScope, fields: Partial<Closure>): Promise<Closure> {
    const today = new Date().toISOString().slice(0, DATE_LENGTH);
    if ((await this.count(scope, { ends_on: { $gte: today } })) >= MAX_AHEAD) throw limitReached('Closure', MAX_AHEAD);
    return this.create(scope, fields);
  }

  /** Creates the closure if it is missing; safe in parallel. */
  async ensureHoliday(scope: CompanyScope, fields: Partial<Closure> & { holiday: string }): Promise<Closure> {
    const { holiday } = fields;
    const known = await this.findOne(scope, { holiday });
    if (known) return known;
    try {
      return await this.add(scope, fields);
    } catch (error) {
      const made = isDuplicateKey(error) ? await this.findOne(scope, { holiday }) : null;
      if (!made) throw error;
      return made;
    }
  }
}
