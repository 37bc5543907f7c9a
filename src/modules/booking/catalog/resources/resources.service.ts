import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../../core/tenancy/index.js';
import { inUse, resourceNotFound, resourceTypeNotFound } from '../catalog.errors.js';
import { AppointmentLookups, CatalogChanges } from '../../calendar/index.js';
import { CreateResourceDto, ResourceAttributesDto, UpdateResourceDto } from './dto/resource-input.dto.js';
import type { Resource } from './resource.schema.js';
import type { ResourceType } from './resource-type.schema.js';
import { ResourceTypesRepository } from './resource-types.repository.js';
import { type ResourceFilters, ResourcesRepository } from './resources.repository.js';

@Injectable()
export class ResourcesService {
  constructor(
    private readonly resources: ResourcesRepository,
    private readonly types: ResourceTypesRepository,
    private readonly appointments: AppointmentLookups,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, filters: ResourceFilters, page: PageRequest): Promise<Page<Resource>> {
    return this.resources.list(scope, filters, page);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<Resource> {
    return this.resources.getById(scope, id);
  }

  /** @throws AppError NOT_FOUND for the type | VALIDATION_ERROR | LIMIT_REACHED */
  async create(scope: CompanyScope, input: CreateResourceDto): Promise<Resource> {
    const typeId = toObjectId(input.resource_type_id, 'resource_type_id');
    assertCapacity(await this.types.getById(scope, typeId), input.capacity);
    assertCapacity(await this.types.markFixed(scope, typeId), input.capacity);
    const { attributes = new ResourceAttributesDto(), ...fields } = input;
    const resource = await this.resources.add(scope, { ...fields, attributes, resource_type_id: typeId });
    await this.changes.publishChange(scope);
    return resource;
  }

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR | VERSION_MISMATCH */
  async update(scope: CompanyScope, id: Types.ObjectId, input: UpdateResourceDto, version?: number): Promise<Resource> {
    const { resource_type_id } = await this.resources.getById(scope, id);
    assertCapacity(await this.types.getById(scope, resource_type_id), input.capacity);
    const resource = await this.resources.change(scope, id, () => input, version);
    await this.changes.publishChange(scope);
    return resource;
  }

  /** @throws AppError NOT_FOUND | IN_USE */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.resources.getById(scope, id);
    if (await this.appointments.hasFutureOfResource(scope, id)) throw inUse('The resource', 'appointments to come');
    await this.resources.deleteById(scope, id);
    await this.changes.publishChange(scope);
  }

  /** Loads types and checks that each resource is of one of them. @throws AppError NOT_FOUND */
  async getNamed(
    scope: CompanyScope,
    types: ReadonlySet<string>,
    resources: ReadonlySet<string>,
  ): Promise<ResourceType[]> {
    const typeIds = [...types].map((id) => toObjectId(id));
    const resourceIds = [...resources].map((id) => toObjectId(id));
    const named = typeIds.length > 0 ? await this.types.findMany(scope, typeIds) : [];
    if (named.length < typeIds.length) throw resourceTypeNotFound();
    if (resourceIds.length > 0 && (await this.resources.countAmong(scope, resourceIds, typeIds)) < resourceIds.length)
      throw resourceNotFound();
    return named;
  }
}

function assertCapacity({ kind }: ResourceType, capacity = 1): void {
  if (kind === 'unit' && capacity > 1)
    throw AppError.validation([{ field: 'capacity', message: 'capacity of a unit must be 1' }]);
}
