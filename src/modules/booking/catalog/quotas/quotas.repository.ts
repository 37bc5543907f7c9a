import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { OLDEST_FIRST, type CompanyScope, type Page, type PageRequest } from '../../../../core/tenancy/index.js';
import { CatalogRepository } from '../catalog.repository.js';
import { Quota } from './quota.schema.js';

const MAX_QUOTAS = 100;

@Injectable()
export class QuotasRepository extends CatalogRepository<Quota> {
  constructor(@InjectModel(Quota.name) model: Model<Quota>) {
    super(model, 'Quota', MAX_QUOTAS);
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<Quota>> {
    return this.page(scope, {}, OLDEST_FIRST, request);
  }
}
