import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { CompanyScope, Page, PageRequest } from '../../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../../accounts/companies/index.js';
import { inUse, serviceNotFound } from '../catalog.errors.js';
import { AppointmentLookups, CatalogChanges, StaffDirectory } from '../../calendar/index.js';
import { ResourcesService } from '../resources/resources.service.js';
import { CreateServiceDto, UpdateServiceDto } from './dto/service-input.dto.js';
import type { BookableService } from './service.schema.js';
import { changedFields, newService, resourcesNamedBy, type ServiceFields } from './service-fields.js';
import { assertServiceRules, assertTypesFit } from './service-rules.js';
import { type ServiceFilters, ServicesRepository } from './services.repository.js';

@Injectable()
export class ServicesService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly resources: ResourcesService,
    private readonly staff: StaffDirectory,
    private readonly appointments: AppointmentLookups,
    private readonly changes: CatalogChanges,
    private readonly companies: CompaniesService,
  ) {}

  /** ISO 4217 code of all prices. */
  async currency(scope: CompanyScope): Promise<string> {
    return currencyOf(await this.companies.get(scope));
  }

  list(scope: CompanyScope, filters: ServiceFilters, page: PageRequest): Promise<Page<BookableService>> {
    return this.services.list(scope, filters, page);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<BookableService> {
    return this.services.getById(scope, id);
  }

  find(scope: CompanyScope, id: Types.ObjectId): Promise<BookableService | null> {
    return this.services.findById(scope, id);
  }

  /** All of them, the oldest first. */
  all(scope: CompanyScope): Promise<BookableService[]> {
    return this.services.all(scope);
  }

  /** By hex id; deleted services are left out. */
  async namesOf(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
    const services = await this.services.findMany(scope, ids);
    return new Map(services.map(({ _id, name }) => [_id.toHexString(), name]));
  }

  /**
   * @param _id for callers that must know the id before the service is stored
   * @throws AppError VALIDATION_ERROR | NOT_FOUND for a named document | LIMIT_REACHED
   */
  async create(
    scope: CompanyScope,
    input: CreateServiceDto,
    _id: Types.ObjectId = new Types.ObjectId(),
  ): Promise<BookableService> {
    const fields = newService(input);
    assertServiceRules(fields, await this.namesOfStaff(scope, fields));
    await this.assertResources(scope, fields);
    const service = await this.services.add(scope, { ...fields, _id });
    await this.changes.publishChange(scope);
    return service;
  }

  /** @throws AppError VALIDATION_ERROR | NOT_FOUND | VERSION_MISMATCH | IN_USE for another kind */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    input: UpdateServiceDto,
    version?: number,
  ): Promise<BookableService> {
    const fields = changedFields(input);
    const current = await this.services.getById(scope, id);
    const names = await this.namesOfStaff(scope, { ...current, ...fields });
    await this.assertResources(scope, { ...current, ...fields });
    const changesKind = fields.kind !== undefined && fields.kind !== current.kind;
    if (changesKind && (await this.appointments.hasFutureOfService(scope, id))) throw serviceInUse();
    const service = await this.services.change(
      scope,
      id,
      (latest) => {
        assertServiceRules({ ...latest, ...fields }, names);
        return fields;
      },
      version,
    );
    await this.changes.publishChange(scope);
    return service;
  }

  /** @throws AppError NOT_FOUND | IN_USE */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.services.getById(scope, id);
    if (await this.appointments.hasFutureOfService(scope, id)) throw serviceInUse();
    await this.services.deleteById(scope, id);
    await this.changes.publishChange(scope);
  }

  /** @throws AppError NOT_FOUND unless all are services of the company */
  async assertAll(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<void> {
    if (ids.length > 0 && (await this.services.countAmong(scope, ids)) < ids.length) throw serviceNotFound();
  }

  /** Full names by hex id. @throws AppError NOT_FOUND for people of other companies */
  private namesOfStaff(
    scope: CompanyScope,
    { staff_ids, staff_overrides }: ServiceFields,
  ): Promise<ReadonlyMap<string, string>> {
    return this.staff.assertAll(scope, [...staff_ids, ...staff_overrides.map(({ staff_id }) => staff_id)]);
  }

  private async assertResources(scope: CompanyScope, service: ServiceFields): Promise<void> {
    const { types, resources } = resourcesNamedBy(service);
    assertTypesFit(service.kind, await this.resources.getNamed(scope, types, resources));
  }
}

const serviceInUse = (): Error => inUse('The service', 'appointments to come');
