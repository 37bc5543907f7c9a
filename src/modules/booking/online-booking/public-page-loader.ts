import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService, type Company } from '../../accounts/companies/index.js';
import { BookingCatalog, type BookableService, type CatalogSnapshot } from '../catalog/index.js';

export interface PublicPage {
  readonly scope: CompanyScope;
  readonly company: Company;
  readonly catalog: CatalogSnapshot;
}

@Injectable()
export class PublicPageLoader {
  constructor(
    private readonly companies: CompaniesService,
    private readonly catalogs: BookingCatalog,
  ) {}

  /** Where the logo of the company is stored, also while the page is off. */
  async logoKeyOf(slug: string): Promise<string | null> {
    return (await this.companies.findBySlug(slug.toLowerCase()))?.logo_key ?? null;
  }

  /** @throws AppError NOT_FOUND if the company is unknown or its page is off */
  async load(slug: string): Promise<PublicPage> {
    const company = await this.companies.findBySlug(slug.toLowerCase());
    if (!company) throw AppError.notFound('Page');
    const scope = CompanyScope.of(company._id);
    const catalog = await this.catalogs.loadCatalog(scope);
    if (!catalog.settings.public_page) throw AppError.notFound('Page');
    return { scope, company, catalog };
  }
}

export function publicServices({ services }: CatalogSnapshot): BookableService[] {
  return services.filter((service) => service.active && service.public);
}

/** Empty if the company hides its staff. */
export function shownStaffNames({ staff, settings }: CatalogSnapshot): ReadonlyMap<string, string> {
  if (!settings.show_staff_names) return new Map();
  return new Map(staff.map(({ schedule, full_name }) => [schedule.staff_id.toHexString(), full_name]));
}
