import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { BookingCatalog } from '../../catalog/index.js';
import type { PublicPage } from '../../online-booking/index.js';

/** The company and its catalog, also while its public page is off. */
@Injectable()
export class WaitPages {
  constructor(
    private readonly companies: CompaniesService,
    private readonly catalogs: BookingCatalog,
  ) {}

  async load(scope: CompanyScope): Promise<PublicPage> {
    const [company, catalog] = await Promise.all([this.companies.get(scope), this.catalogs.loadCatalog(scope)]);
    return { scope, company, catalog };
  }
}
