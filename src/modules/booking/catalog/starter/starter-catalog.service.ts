import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { KeyedLocks } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type Company, currencyOf } from '../../../accounts/companies/index.js';
import { PutScheduleDto, StaffSchedulesService } from '../../calendar/index.js';
import { CreateServiceDto } from '../services/dto/service-input.dto.js';
import { ServicesService } from '../services/services.service.js';
import { STARTER_WEEK, starterServices } from './starter-catalog.js';

const MAX_LISTED = 100;

/** Adds the owner's working week and a few services to a new company. */
@Injectable()
export class StarterCatalogService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly schedules: StaffSchedulesService,
    private readonly services: ServicesService,
    private readonly locks: KeyedLocks,
  ) {}

  /** Repeatable, also after an interruption: adds only missing documents. */
  async setUp(scope: CompanyScope): Promise<void> {
    await this.locks.withLock(`starter-catalog:${scope.id}`, async () => {
      const company = await this.companies.get(scope);
      if (!company.starter_pending) return;
      await this.addSchedule(scope, company);
      await this.addServices(scope, company);
      await this.companies.completeStarter(scope);
    });
  }

  private async addSchedule(scope: CompanyScope, { owner_ids: [ownerId] }: Company): Promise<void> {
    const { items } = await this.schedules.list(scope, { limit: 1 });
    if (!ownerId || items.length > 0) return;
    await this.schedules.put(scope, ownerId, plainToInstance(PutScheduleDto, { weekly: STARTER_WEEK }));
  }

  private async addServices(scope: CompanyScope, company: Company): Promise<void> {
    const { items } = await this.services.list(scope, {}, { limit: MAX_LISTED });
    const known = new Set(items.map(({ name }) => name));
    for (const service of starterServices(company.locale, currencyOf(company))) {
      if (!known.has(service.name)) await this.services.create(scope, plainToInstance(CreateServiceDto, service));
    }
  }
}
