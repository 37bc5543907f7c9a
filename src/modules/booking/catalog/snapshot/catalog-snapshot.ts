import type { BusyPeriod, Closure, StaffSchedule, TimeOff } from '../../calendar/index.js';
import type { Quota } from '../quotas/quota.schema.js';
import type { Resource } from '../resources/resource.schema.js';
import type { ResourceType } from '../resources/resource-type.schema.js';
import type { BookableService } from '../services/service.schema.js';
import type { BookingSettingsDto } from '../settings/dto/settings.dto.js';

/** A person with a schedule who still works here. */
export interface CatalogStaff {
  readonly schedule: StaffSchedule;
  readonly full_name: string;
}

export type CompanyTerms = Pick<CatalogSnapshot, 'time_zone' | 'currency'>;

/** All rules of one company. Shared by all callers, so it must not be changed. */
export interface CatalogSnapshot {
  /** Grows with every change of the catalog. */
  readonly version: number;
  readonly time_zone: string;
  /** ISO 4217 code of all prices. */
  readonly currency: string;
  readonly services: readonly BookableService[];
  readonly resource_types: readonly ResourceType[];
  readonly resources: readonly Resource[];
  readonly staff: readonly CatalogStaff[];
  /** Approved and not ended; repeating time off is one rule (`occurrencesOf`). */
  readonly time_off: readonly TimeOff[];
  /** Busy times from calendars of other services, not ended. */
  readonly external_busy: readonly BusyPeriod[];
  /** Not ended. */
  readonly closures: readonly Closure[];
  readonly quotas: readonly Quota[];
  readonly settings: BookingSettingsDto;
}
