import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ClosuresRepository } from '../../calendar/index.js';
import { QuotasRepository } from '../quotas/quotas.repository.js';
import { ResourceTypesRepository } from '../resources/resource-types.repository.js';
import { ResourcesRepository } from '../resources/resources.repository.js';
import { ServicesRepository } from '../services/services.repository.js';
import { BookingSettingsService } from '../settings/booking-settings.service.js';
import type { CatalogSnapshot, CompanyTerms } from './catalog-snapshot.js';
import { StaffReader } from './staff-reader.js';

/** Periods that ended earlier do not affect bookings. */
const LOOK_BACK_MS = 2 * 86_400_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** One parallel query per collection. */
@Injectable()
export class CatalogReader {
  constructor(
    private readonly services: ServicesRepository,
    private readonly types: ResourceTypesRepository,
    private readonly resources: ResourcesRepository,
    private readonly staff: StaffReader,
    private readonly closures: ClosuresRepository,
    private readonly quotas: QuotasRepository,
    private readonly settings: BookingSettingsService,
  ) {}

  async read(scope: CompanyScope, version: number, { time_zone, currency }: CompanyTerms): Promise<CatalogSnapshot> {
    const since = new Date(Date.now() - LOOK_BACK_MS);
    const [services, resource_types, resources, working, closures, quotas, settings] = await Promise.all([
      this.services.all(scope),
      this.types.all(scope),
      this.resources.all(scope),
      this.staff.read(scope, since),
      this.closures.endingFrom(scope, since.toISOString().slice(0, DATE_LENGTH)),
      this.quotas.all(scope),
      this.settings.get(scope),
    ]);
    return {
      version,
      time_zone,
      currency,
      services,
      resource_types,
      resources,
      ...working,
      closures,
      quotas,
      settings,
    };
  }
}
