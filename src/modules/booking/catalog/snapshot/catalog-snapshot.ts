import type { Closure, StaffSchedule, TimeOff } from '../../calendar/index.js';
import type { Quota } from '../quotas/quota.schema.js';
import type { Resource } from '../resources/resource.schema.js';
import type { ResourceType } from '../resources/resource-type.schema.js';
import type { BookableService } from '../services/service.schema.js';
import type { BookingSettingsDto } from '../settings/dto/settings.dto.js';

/** Somebody who has a schedule and still works here. */
export interface CatalogStaff {
  readonly schedule: StaffSchedule;
  readonly full_name: string;
}

/** What a snapshot takes from the company. */
export type CompanyTerms = Pick<CatalogSnapshot, 'time_zone' | 'currency'>;

/**
 * Everything of one company that decides what may be booked, apart from what is taken. It is shared by all who ask, so
 * nobody may change it.
 */
export interface CatalogSnapshot {
  /** Grows with every change of the catalog. */
  readonly version: number;
  /** IANA name of the company's zone. */
  readonly time_zone: string;
  /** ISO 4217 code of the currency of all prices. */
  readonly currency: string;
  readonly services: readonly BookableService[];
  readonly resource_types: readonly ResourceType[];
  readonly resources: readonly Resource[];
  readonly staff: readonly CatalogStaff[];
  /** Approved and not yet over; what repeats is one rule (`occurrencesOf`). */
  readonly time_off: readonly TimeOff[];
  /** Not yet over. */
  readonly closures: readonly Closure[];
  readonly quotas: readonly Quota[];
  readonly settings: BookingSettingsDto;
}
