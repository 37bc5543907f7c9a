/**
 * What the engine is told: the documents of services, schedules, resources, closures and quotas, under the names of the API. Ids are
 * texts, times of day "HH:MM" and dates YYYY-MM-DD on the wall of their zone, durations minutes, prices whole numbers of the currency's minor unit.
 */
import type { CellKind } from './cells.js';
import type { PetFilter } from './pets.js';

/** `to` at or before `from` runs over midnight; "24:00" ends the day. A window opens the first time the wall shows `from` and closes the last time it still shows less than `to`. */
export interface WallWindow {
  readonly from: string;
  readonly to: string;
}

/** Without `week` it is every week's; alternating rosters name the week. */
export interface WeeklyDay {
  /** ISO: 1 Monday ... 7 Sunday. */
  readonly weekday: number;
  readonly windows: readonly WallWindow[];
  readonly week?: 'A' | 'B';
}

/** `replace` (the default) stands instead of the weekday, `add` beside it, `remove` cuts out; they apply in this order. */
export interface DateOverride {
  readonly date: string;
  readonly windows: readonly WallWindow[];
  readonly mode?: 'replace' | 'add' | 'remove';
}

export interface ScheduleRules {
  /** Of the company where absent. */
  readonly time_zone?: string;
  /** Any date of an A week; where absent the week of 1970-01-05 is one. */
  readonly week_a_date?: string;
  readonly weekly: readonly WeeklyDay[];
  readonly overrides?: readonly DateOverride[];
}

/** Instants, half-open; snapped outward to cells. */
export interface Period {
  readonly starts_at: Date;
  readonly ends_at: Date;
}

export interface StaffRules {
  readonly id: string;
  readonly schedule: ScheduleRules;
  readonly time_off?: readonly Period[];
  /**
   * Minutes of the shortest work that can still be sold of this person. Where given, the channel `public` is not offered starts that
   * leave less than this, but something, free beside what the visit takes of its lead; unless a day has no other starts.
   */
  readonly least_gap_min?: number;
}

/** `unit`: a named thing that one pet has alone, or shares with its siblings, such as kennel 2. `pool`: interchangeable places, such as 40 dogs. */
export interface ResourceTypeRules {
  readonly id: string;
  readonly kind: 'unit' | 'pool';
  readonly cell: CellKind;
  /** Minutes for its cleaning; only for resources of `5min` and `15min`. */
  readonly buffer_after_min?: number;
}

export interface ResourceRules {
  readonly id: string;
  readonly resource_type_id: string;
  /** Places of a pool; a unit has one. */
  readonly capacity?: number;
  /** Which pets may use it. What is not known of a pet never excludes it. */
  readonly attributes?: PetFilter;
}

/** `service` work may not overlap it, `arrival` and `departure` may not fall into it, a boarding `night` may not touch it. */
export type ClosureEffect = 'service' | 'arrival' | 'departure' | 'night';

export interface ClosureRules extends Period {
  /** Everything where absent; `['arrival', 'departure']` closes the door while pets stay. */
  readonly forbids?: readonly ClosureEffect[];
}

/** At most `limit` lines (a line is one pet and its service) in one cell of `per`, counted apart for each scope. */
export interface QuotaRules {
  readonly id: string;
  /**
   * `arrivals` (the default) counts a line in the cell in which it begins. `load` counts it in every cell from its beginning to its
   * end: lines of one visit that follow one another count once, those that overlap count each.
   */
  readonly kind?: 'arrivals' | 'load';
  readonly per: '5min' | '15min' | 'half_day' | 'day';
  readonly limit: number;
  /** `staff` counts each lead's lines apart, bookable `quota:<id>:<staffId>`; `company` all, bookable `quota:<id>:all`. */
  readonly scope: 'staff' | 'company';
  /** Only lines of these pets; what is not known of a pet does not match. */
  readonly pets?: PetFilter;
  readonly service_ids?: readonly string[];
}

export interface RequirementRules {
  readonly resource_type_id: string;
  readonly quantity?: number;
  /** Only these of the type; any where absent or empty. */
  readonly resource_ids?: readonly string[];
}

/**
 * A part of a timed service. `lead` is done by the line's staff member, the same in all such segments; `none` needs nobody (drying).
 * In the gap after it nobody is bound.
 */
export interface SegmentRules {
  readonly minutes: number;
  readonly gap_after_min?: number;
  readonly staff?: 'lead' | 'none';
  readonly requirements?: readonly RequirementRules[];
}

/** For a matching pet the most specific row that has the field decides it: breed over coat over size over species. */
export interface PetMatrixRow {
  readonly species?: string;
  readonly size?: string;
  readonly coat?: string;
  readonly breed?: string;
  /** Instead of the total; segments are stretched in proportion. */
  readonly minutes?: number;
  readonly price?: number;
  readonly accepted?: boolean;
}

export interface AddOnRules {
  readonly id: string;
  /** They lengthen the last segment. */
  readonly minutes?: number;
  readonly price?: number;
  /** Of boarding: it is done, and costs, once a night; once a visit where absent. */
  readonly every_night?: boolean;
  readonly requirements?: readonly RequirementRules[];
}

export interface BoardingRules {
  /** When a pet may be brought and fetched. A stay ends when the last window of the departure day closes. */
  readonly arrivals: ScheduleRules;
  readonly departures: ScheduleRules;
}

/** A half day is brought within `arrival` and fetched by `until`; a whole day runs from the morning's arrival to the afternoon's end. */
export interface DaycareRules {
  readonly length: 'half' | 'full';
  readonly weekdays: readonly number[];
  readonly morning: { readonly arrival: WallWindow; readonly until: string };
  readonly afternoon: { readonly arrival: WallWindow; readonly until: string };
}

export interface ServiceRules {
  readonly id: string;
  readonly kind?: 'timed' | 'boarding' | 'daycare';
  /** Of a timed service without `segments`. */
  readonly duration_min?: number;
  readonly buffer_before_min?: number;
  readonly buffer_after_min?: number;
  readonly step_min?: number;
  readonly lead_time_min?: number;
  readonly horizon_days?: number;
  /** For the channel `staff`, which has no lead time and two years of horizon where absent. */
  readonly staff_lead_time_min?: number;
  readonly staff_horizon_days?: number;
  /** A visit; of boarding a night, of daycare a stay. */
  readonly price?: number;
  /** Any bookable staff member where absent or empty. */
  readonly staff_ids?: readonly string[];
  /** For the whole visit, gaps and buffers included. */
  readonly requirements?: readonly RequirementRules[];
  readonly segments?: readonly SegmentRules[];
  /** Pets known not to match are refused. */
  readonly accepts?: PetFilter;
  readonly pet_matrix?: readonly PetMatrixRow[];
  readonly add_ons?: readonly AddOnRules[];
  readonly boarding?: BoardingRules;
  readonly daycare?: DaycareRules;
  /**
   * Of stays: up to so many pets of one visit and species take one unit together; one where absent. It has to fit each of them. Price,
   * pools and quotas count each pet.
   */
  readonly share?: number;
}

/** Everything of one company (or location) that decides what may be booked, apart from what is taken. */
export interface BookingRules {
  readonly time_zone: string;
  /** Upper bounds of weight in ascending order, for pets whose size is not given. */
  readonly sizes?: readonly { readonly name: string; readonly max_kg: number }[];
  readonly staff: readonly StaffRules[];
  readonly resource_types?: readonly ResourceTypeRules[];
  readonly resources?: readonly ResourceRules[];
  readonly services: readonly ServiceRules[];
  readonly closures?: readonly ClosureRules[];
  readonly quotas?: readonly QuotaRules[];
}
