import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { OLDEST_FIRST, type CompanyScope, type Page, type PageRequest } from '../../../../core/tenancy/index.js';
import { CatalogRepository } from '../catalog.repository.js';
import { BookableService, type ServiceKind } from './service.schema.js';

const MAX_SERVICES = 500;

export interface ServiceFilters {
  kind?: ServiceKind;
  active?: boolean;
}

@Injectable()
export class ServicesRepository extends CatalogRepository<BookableService> {
  constructor(@InjectModel(BookableService.name) model: Model<BookableService>) {
    super(model, 'Service', MAX_SERVICES);
  }

  list(scope: CompanyScope, { kind, active }: ServiceFilters, request: PageRequest): Promise<Page<BookableService>> {
    const filter = { ...(kind ? { kind } : {}), ...(active === undefined ? {} : { active }) };
    return this.page(scope, filter, OLDEST_FIRST, request);
  }

  /** In no order; other ids are left out. */
  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<BookableService[]> {
    return this.find(scope, { _id: { $in: [...ids] } });
  }

  /** Counts the ids that are services of the company. */
  countAmong(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<number> {
    return this.count(scope, { _id: { $in: [...ids] } });
  }
}
