import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { type CompanyScope, versionMismatch, versionOf } from '../../../core/tenancy/index.js';
import { companyNotFound, lastOwner, slugTaken } from './companies.errors.js';
import { countryOfTimeZone } from './country.js';
import { CompaniesRepository } from './companies.repository.js';
import { currencyOfCountry } from './currency.js';
import { UpdateCompanyDto } from './dto/update-company.dto.js';
import type { Company, CompanyLocale } from './schemas/company.schema.js';
import { isReservedSlug, slugify } from './slug.js';

export interface CompanyDraft {
  name: string;
  time_zone: string;
  /** ISO 3166-1 alpha-2; by default that of the time zone. */
  country?: string | null;
  locale: CompanyLocale;
  starter?: boolean;
}

const SUFFIX_LENGTH = 8;

@Injectable()
export class CompaniesService {
  constructor(
    private readonly companies: CompaniesRepository,
    private readonly events: EventBus,
  ) {}

  async get(scope: CompanyScope): Promise<Company> {
    const company = await this.companies.find(scope);
    if (!company) throw companyNotFound();
    return company;
  }

  haveAny(): Promise<boolean> {
    return this.companies.haveAny();
  }

  findBySlug(slug: string): Promise<Company | null> {
    return this.companies.findBySlug(slug);
  }

  /** May be repeated with the same arguments, and run in parallel. */
  async materialise(scope: CompanyScope, draft: CompanyDraft, ownerId: Types.ObjectId): Promise<Company> {
    const { starter, ...fields } = draft;
    const slug = slugify(draft.name);
    const country = draft.country ?? countryOfTimeZone(draft.time_zone);
    const currency = country && currencyOfCountry(country);
    // The end of an ObjectId is a counter: unlike the start, it differs each time.
    const candidates = [slug, `${slug}-${scope.id.slice(-SUFFIX_LENGTH)}`, `${slug}-${scope.id}`];
    for (const candidate of candidates.filter((one) => !isReservedSlug(one))) {
      const company = { _id: scope.companyId, ...fields, country, currency, slug: candidate, owner_ids: [ownerId] };
      if (await this.companies.insertOnce({ ...company, ...(starter ? { starter_pending: true } : {}) })) break;
    }
    return this.get(scope);
  }

  /**
   * A time zone sets an unknown country, too. The currency changes only if it is given, because stored prices are
   * amounts in it.
   * @param version the version that the company must still have
   * @throws AppError SLUG_TAKEN | NOT_FOUND | VERSION_MISMATCH
   */
  async update(scope: CompanyScope, changes: UpdateCompanyDto, version?: number): Promise<Company> {
    if (changes.slug !== undefined && isReservedSlug(changes.slug)) throw slugTaken();
    try {
      const company = await this.companies.update(scope, { ...changes }, version);
      if (!company) throw versionMismatch('Company', versionOf(await this.get(scope)));
      const country = company.country ?? countryOfTimeZone(company.time_zone);
      const complete = country && !company.country ? await this.companies.completeCountry(scope, country) : company;
      this.events.emit('companies.changed', { companyId: scope.id });
      return complete;
    } catch (error) {
      throw isDuplicateKey(error) ? slugTaken() : error;
    }
  }

  awaitingStarter(): Promise<Company[]> {
    return this.companies.awaitingStarter();
  }

  completeStarter(scope: CompanyScope): Promise<void> {
    return this.companies.completeStarter(scope);
  }

  staffChanged(scope: CompanyScope): Promise<void> {
    return this.companies.raiseStaffVersion(scope);
  }

  addOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    return this.companies.addOwner(scope, userId);
  }

  removeOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    return this.companies.removeOwner(scope, userId);
  }

  /** @throws AppError LAST_OWNER if nobody else owns the company */
  async releaseOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    if (!(await this.companies.releaseOwner(scope, userId))) throw lastOwner();
  }
}
