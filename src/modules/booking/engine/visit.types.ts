import type { CellRange } from './cells.js';
import type { Service } from './compile.js';
import type { NormalizedPet, PetTraits } from './pets.js';
import type { AddOnRules, QuotaRules, RequirementRules } from './rules.js';

export interface PetRequest extends PetTraits {
  readonly id?: string;
  /** Default: the service of the visit; must be of the same kind. */
  readonly service_id?: string;
  readonly add_on_ids?: readonly string[];
  /** Overrides the duration, not the price. Not for stays. */
  readonly minutes?: number;
  /** Must lead this pet's line; in a sequence all pets must name the same one. */
  readonly staff_id?: string;
}

export interface SearchRequest {
  /** Service of all pets that name no other; gives step, lead time and horizon. */
  readonly service_id: string;
  readonly channel: 'public' | 'staff';
  readonly now: Date;
  /** Default: one pet without known traits. */
  readonly pets?: readonly PetRequest[];
  /** `parallel` (default) and `stagger`: each pet has its own lead. `sequence`: one lead, buffers between the pets. Stays are parallel. */
  readonly arrangement?: 'parallel' | 'sequence' | 'stagger';
  readonly stagger_min?: number;
  /** Must lead the first line; in a sequence all lines. */
  readonly staff_id?: string;
  readonly nights?: number;
  /** Allows starts between steps of 5 minutes; all touched cells are claimed. */
  readonly any_minute?: boolean;
  /** Resources that must be used. */
  readonly resource_ids?: readonly string[];
}

export interface Part {
  readonly from: number;
  readonly to: number;
  readonly staff: 'lead' | 'none';
  readonly requirements: readonly RequirementRules[];
}

export interface Line {
  readonly pet: NormalizedPet;
  readonly petId: string | null;
  readonly staffId?: string;
  readonly service: Service;
  readonly addOns: readonly AddOnRules[];
  /** Minutes since the start of the visit's first cell. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  readonly price: number;
}

export interface Visit extends VisitRequirements {
  readonly service: Service;
  readonly lines: readonly Line[];
  /** Boarding or daycare: requirements count in nights or half-days. */
  readonly isStay: boolean;
  /** From the start of the first cell to the end of the last line; 0 for stays, whose length depends on the day. */
  readonly minutes: number;
  readonly nights: number;
  readonly now: Date;
  readonly step: number;
  readonly leadTimeMinutes: number;
  readonly horizonDays: number;
  readonly arePetsAccepted: boolean;
  /** False if a segment has 0 minutes or less; always true for stays. */
  readonly hasPositiveDurations: boolean;
}

/** `quantity` places in each cell [from, to) since the start. */
export interface Demand extends CellRange {
  readonly quantity: number;
}

export const STAFF_GROUP = 'staff';

/** The use of a quota by the lines of a visit. */
export interface QuotaUse {
  readonly quota: QuotaRules;
  /** Starts of the lines, ascending; used by `arrivals`. */
  readonly offsets: readonly number[];
  /** Lines at the same time; used by `load` of timed visits. */
  readonly demand: readonly Demand[];
  /** Number of lines; used by `load` of stays. */
  readonly lines: number;
}

export interface Requirement {
  /** `staff`, or the id of a type of units. */
  readonly group: string;
  readonly role: 'lead' | 'unit';
  readonly lines: readonly number[];
  /** Indexes in `compiled.staff` or `compiled.resources`, the best first. */
  readonly candidates: readonly number[];
  readonly work: readonly CellRange[];
  readonly claims: readonly CellRange[];
  readonly quotas: readonly QuotaUse[];
}

/** Places in one pool, for all pets that may use the same pools. */
export interface PoolRequirement {
  readonly lines: readonly number[];
  readonly candidates: readonly number[];
  readonly demand: readonly Demand[];
}

export interface VisitRequirements {
  readonly requirements: readonly Requirement[];
  readonly pools: readonly PoolRequirement[];
  readonly quotas: readonly QuotaUse[];
}
