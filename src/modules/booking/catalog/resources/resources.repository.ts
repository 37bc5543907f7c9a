import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { OLDEST_FIRST, type CompanyScope, type Page, type PageRequest } from '../../../../core/tenancy/index.js';
import { CatalogRepository } from '../catalog.repository.js';
import { Resource } from './resource.schema.js';

const MAX_RESOURCES = 1_000;

export interface ResourceFilters {
  resource_type_id?: Types.ObjectId;
  active?: boolean;
}

@Injectable()
export class ResourcesRepository extends CatalogRepository<Resource> {
  constructor(@InjectModel(Resource.name) model: Model<Resource>) {
    super(model, 'Resource', MAX_RESOURCES);
  }

  list(
    scope: CompanyScope,
    { resource_type_id, active }: ResourceFilters,
    request: PageRequest,
  ): Promise<Page<Resource>> {
    const filter = { ...(resource_type_id ? { resource_type_id } : {}), ...(active === undefined ? {} : { active }) };
    return this.page(scope, filter, OLDEST_FIRST, request);
  }

  /** Counts the ids that are resources of one of the types. */
  countAmong(scope: CompanyScope, ids: readonly Types.ObjectId[], typeIds: readonly Types.ObjectId[]): Promise<number> {
    return this.count(scope, { _id: { $in: [...ids] }, resource_type_id: { $in: [...typeIds] } });
  }

  async haveAnyOf(scope: CompanyScope, typeId: Types.ObjectId): Promise<boolean> {
    return (await this.findOne(scope, { resource_type_id: typeId })) !== null;
  }
}
