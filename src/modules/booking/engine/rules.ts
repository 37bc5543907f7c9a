/**
 * The input of the engine, under the names of the API. Times of day "HH:MM" and dates YYYY-MM-DD are local, durations are minutes, prices
 * are in minor units.
 */
import type { CellKind } from './cells.js';
import type { PetFilter } from './pets.js';

/** `to` at or before `from` runs past midnight; "24:00" ends the day. */
export interface WallWindow {
  readonly from: string;
  readonly to: string;
}

/** Applies to every week if `week` is absent. */
export interface WeeklyDay {
  readonly weekday: number;
  readonly windows: readonly WallWindow[];
  readonly week?: 'A' | 'B';
}

/** `replace` (default) replaces the weekday, `add` adds windows, `remove` cuts them out; in this order. */
export interface DateOverride {
  readonly date: string;
  readonly windows: readonly WallWindow[];
  readonly mode?: 'replace' | 'add' | 'remove';
}

export interface ScheduleRules {
  readonly time_zone?: string;
  /** Any date of an A week; default: the week of 1970-01-05. */
  readonly week_a_date?: string;
  readonly weekly: readonly WeeklyDay[];
  readonly overrides?: readonly DateOverride[];
}

export interface Period {
  readonly starts_at: Date;
  readonly ends_at: Date;
}

export interface StaffRules {
  readonly id: string;
  readonly schedule: ScheduleRules;
  readonly time_off?: readonly Period[];
  /** Shortest free time in minutes that can still be sold. Customers are not offered starts that leave a shorter gap. */
  readonly least_gap_min?: number;
}

/** `unit`: one named thing, such as kennel 2. `pool`: interchangeable places, such as 40 dogs. */
export interface ResourceTypeRules {
  readonly id: string;
  readonly kind: 'unit' | 'pool';
  readonly cell: CellKind;
  readonly buffer_after_min?: number;
}

export interface ResourceRules {
  readonly id: string;
  readonly resource_type_id: string;
  readonly capacity?: number;
  /** An unknown trait never excludes a pet. */
  readonly attributes?: PetFilter;
}

export type ClosureEffect = 'service' | 'arrival' | 'departure' | 'night';

export interface ClosureRules extends Period {
  /** Default: everything. `['arrival', 'departure']` closes the door while pets stay. */
  readonly forbids?: readonly ClosureEffect[];
}

/** At most `limit` lines in one cell of `per`, counted separately for each scope. */
export interface QuotaRules {
  readonly id: string;
  /** `arrivals` (default) counts a line in the cell of its start, `load` in all its cells. Consecutive lines of one visit count once. */
  readonly kind?: 'arrivals' | 'load';
  readonly per: '5min' | '15min' | 'half_day' | 'day';
  readonly limit: number;
  readonly scope: 'staff' | 'company';
  /** An unknown trait does not match. */
  readonly pets?: PetFilter;
  readonly service_ids?: readonly string[];
}

export interface RequirementRules {
  readonly resource_type_id: string;
  readonly quantity?: number;
  readonly resource_ids?: readonly string[];
}

/** `lead`: done by the staff member of the line; `none`: needs nobody (drying). The pause after it (`gap_after_min`) occupies nobody. */
export interface SegmentRules {
  readonly minutes: number;
  readonly gap_after_min?: number;
  readonly staff?: 'lead' | 'none';
  readonly requirements?: readonly RequirementRules[];
}

/** The most specific row with the field decides: breed, coat, size, species. */
export interface PetMatrixRow {
  readonly species?: string;
  readonly size?: string;
  readonly coat?: string;
  readonly breed?: string;
  /** Replaces the total; segments are scaled in proportion. */
  readonly minutes?: number;
  readonly price?: number;
  readonly accepted?: boolean;
}

export interface AddOnRules {
  readonly id: string;
  readonly minutes?: number;
  readonly price?: number;
  /** Boarding: once a night instead of once a visit. */
  readonly every_night?: boolean;
  readonly requirements?: readonly RequirementRules[];
}

export interface BoardingRules {
  /** A stay ends when the last departure window of the day closes. */
  readonly arrivals: ScheduleRules;
  readonly departures: ScheduleRules;
}

/** A half day ends at `until`; a full day runs from the morning's arrival to the afternoon's `until`. */
export interface DaycareRules {
  readonly length: 'half' | 'full';
  readonly weekdays: readonly number[];
  readonly morning: { readonly arrival: WallWindow; readonly until: string };
  readonly afternoon: { readonly arrival: WallWindow; readonly until: string };
}

export interface ServiceRules {
  readonly id: string;
  readonly kind?: 'timed' | 'boarding' | 'daycare';
  readonly duration_min?: number;
  readonly buffer_before_min?: number;
  readonly buffer_after_min?: number;
  readonly step_min?: number;
  readonly lead_time_min?: number;
  readonly horizon_days?: number;
  /** Default for staff: no lead time, two years of horizon. */
  readonly staff_lead_time_min?: number;
  readonly staff_horizon_days?: number;
  /** Per visit; boarding: per night. */
  readonly price?: number;
  readonly staff_ids?: readonly string[];
  readonly requirements?: readonly RequirementRules[];
  readonly segments?: readonly SegmentRules[];
  readonly accepts?: PetFilter;
  readonly pet_matrix?: readonly PetMatrixRow[];
  readonly add_ons?: readonly AddOnRules[];
  readonly boarding?: BoardingRules;
  readonly daycare?: DaycareRules;
  /** Stays: up to this many pets of one visit and species take one unit together. Price, pools and quotas count each pet. */
  readonly share?: number;
}

export interface BookingRules {
  readonly time_zone: string;
  readonly sizes?: readonly { readonly name: string; readonly max_kg: number }[];
  readonly staff: readonly StaffRules[];
  readonly resource_types?: readonly ResourceTypeRules[];
  readonly resources?: readonly ResourceRules[];
  readonly services: readonly ServiceRules[];
  readonly closures?: readonly ClosureRules[];
  readonly quotas?: readonly QuotaRules[];
}
