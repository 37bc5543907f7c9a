import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../../core/tenancy/index.js';
import { inUse } from '../catalog.errors.js';
import { CatalogChanges } from '../../calendar/index.js';
import { resourcesNamedBy } from '../services/service-fields.js';
import { ServicesRepository } from '../services/services.repository.js';
import { CreateResourceTypeDto, UpdateResourceTypeDto } from './dto/resource-input.dto.js';
import type { ResourceType } from './resource-type.schema.js';
import { ResourceTypesRepository } from './resource-types.repository.js';
import { ResourcesRepository } from './resources.repository.js';

@Injectable()
export class ResourceTypesService {
  constructor(
    private readonly types: ResourceTypesRepository,
    private readonly resources: ResourcesRepository,
    private readonly services: ServicesRepository,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, page: PageRequest): Promise<Page<ResourceType>> {
    return this.types.list(scope, page);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<ResourceType> {
    return this.types.getById(scope, id);
  }

  /** @throws AppError VALIDATION_ERROR | LIMIT_REACHED */
  async create(scope: CompanyScope, input: CreateResourceTypeDto): Promise<ResourceType> {
    assertPad(input);
    const type = await this.types.add(scope, input);
    await this.changes.publishChange(scope);
    return type;
  }

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR | VERSION_MISMATCH | IN_USE for another kind or cell once used */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    input: UpdateResourceTypeDto,
    version?: number,
  ): Promise<ResourceType> {
    const isNamed = (input.kind ?? input.cell) !== undefined && (await this.isNamedByService(scope, id));
    const type = await this.types.change(
      scope,
      id,
      (current) => {
        const next = { ...current, ...input };
        if ((current.is_fixed || isNamed) && (next.kind !== current.kind || next.cell !== current.cell))
          throw inUse('The kind or cell of the type', current.is_fixed ? 'its resources' : 'services');
        assertPad(next);
        return input;
      },
      version,
    );
    await this.changes.publishChange(scope);
    return type;
  }

  /** @throws AppError NOT_FOUND | IN_USE */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.types.getById(scope, id);
    if (await this.resources.haveAnyOf(scope, id)) throw inUse('The resource type', 'resources');
    if (await this.isNamedByService(scope, id)) throw inUse('The resource type', 'services');
    await this.types.deleteById(scope, id);
    await this.changes.publishChange(scope);
  }

  private async isNamedByService(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const services = await this.services.all(scope);
    return services.some((service) => resourcesNamedBy(service).types.has(id.toHexString()));
  }
}

function assertPad({ cell, pad_after_min = 0 }: Pick<CreateResourceTypeDto, 'cell' | 'pad_after_min'>): void {
  if (pad_after_min > 0 && cell !== '5min' && cell !== '15min')
    throw AppError.validation([
      { field: 'pad_after_min', message: 'pad_after_min is only for cells of 5min and 15min' },
    ]);
}
