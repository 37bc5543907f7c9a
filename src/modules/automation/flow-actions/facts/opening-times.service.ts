import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingCatalog } from '../../../booking/catalog/index.js';
import { LocalWords } from '../../../booking/offers/index.js';
import { nextOpening } from './opening-hours.js';

/** Knows when a closed company opens again. */
@Injectable()
export class OpeningTimes {
  constructor(private readonly catalog: BookingCatalog) {}

  /** In the words of customers; null while the company is open, and where its hours are not known. */
  async next(scope: CompanyScope, locale: string, now: Date): Promise<{ date: string; time: string } | null> {
    const catalog = await this.catalog.loadCatalog(scope);
    const at = nextOpening(catalog, now);
    const words = new LocalWords(locale, catalog.time_zone);
    return at && { date: words.date(at), time: words.time(at) };
  }
}
