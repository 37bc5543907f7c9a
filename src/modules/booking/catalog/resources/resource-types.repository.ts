import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { OLDEST_FIRST, type CompanyScope, type Page, type PageRequest } from '../../../../core/tenancy/index.js';
import { CatalogRepository } from '../catalog.repository.js';
import { ResourceType } from './resource-type.schema.js';

const MAX_TYPES = 100;

@Injectable()
export class ResourceTypesRepository extends CatalogRepository<ResourceType> {
  constructor(@InjectModel(ResourceType.name) model: Model<ResourceType>) {
    super(model, 'Resource type', MAX_TYPES);
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<ResourceType>> {
    return this.page(scope, {}, OLDEST_FIRST, request);
  }

  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ResourceType[]> {
    return this.collection.find(scope, { _id: { $in: [...ids] } });
  }

  /** A running change of kind or cell sees it and starts again. @throws AppError NOT_FOUND */
  markFixed(scope: CompanyScope, id: Types.ObjectId): Promise<ResourceType> {
    return this.updateById(scope, id, { $set: { is_fixed: true }, $inc: { revision: 1 } });
  }
}
