import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { dayNumberOf, instantOf, ZoneTable } from '../engine/index.js';

const MINUTES_A_DAY = 1_440;
const UTC = 'UTC';
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Instants in ISO 8601, or local dates. */
export interface AskedRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** Converts local dates of list filters in the company's zone. */
@Injectable()
export class LocalDays {
  constructor(private readonly companies: CompaniesService) {}

  /** As instants, the end excluded; plain dates include both days. */
  async range(scope: CompanyScope, { from, to }: AskedRange): Promise<{ from?: Date; to?: Date }> {
    const hasDates = isPlainDate(from) || isPlainDate(to);
    const zone = hasDates ? (await this.companies.get(scope)).time_zone : UTC;
    return {
      ...(from ? { from: isPlainDate(from) ? midnight(from, 0, zone) : new Date(from) } : {}),
      ...(to ? { to: isPlainDate(to) ? midnight(to, 1, zone) : new Date(to) } : {}),
    };
  }
}

const midnight = (date: string, daysLater: number, zone: string): Date =>
  instantOf(ZoneTable.of(zone).firstAt((dayNumberOf(date) + daysLater) * MINUTES_A_DAY));

const isPlainDate = (text: string | undefined): text is string => text?.length === DATE_LENGTH;
