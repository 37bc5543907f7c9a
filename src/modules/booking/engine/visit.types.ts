/** The words in which search, plan and explanation speak of one request. */
import type { CellRange } from './cells.js';
import type { Service } from './compile.js';
import type { NormalizedPet, PetTraits } from './pets.js';
import type { AddOnRules, QuotaRules, RequirementRules } from './rules.js';

export interface PetRequest extends PetTraits {
  readonly id?: string;
  /** Where it is not the visit's service; of the same kind. */
  readonly service_id?: string;
  readonly add_on_ids?: readonly string[];
  /** How long it takes, where somebody has said so; the price stays. Not for stays. */
  readonly minutes?: number;
  /** Must lead this pet's line; in a sequence all that are named must be one. */
  readonly staff_id?: string;
}

export interface SearchRequest {
  /** Of all pets that name no other; its step, lead time and horizon are the visit's. */
  readonly service_id: string;
  readonly channel: 'public' | 'staff';
  readonly now: Date;
  /** Where absent, one pet of which nothing is known. Up to six. */
  readonly pets?: readonly PetRequest[];
  /**
   * `parallel` (the default): all at once, each with a lead of its own. `sequence`: one after another with the same lead; the
   * services' buffers lie between them. `stagger`: each `stagger_min` after the one before, each with a lead of its own.
   * Stays are always parallel.
   */
  readonly arrangement?: 'parallel' | 'sequence' | 'stagger';
  readonly stagger_min?: number;
  /** Must lead the first pet's line (in a sequence all of them). */
  readonly staff_id?: string;
  /** Of boarding; one where absent. */
  readonly nights?: number;
  /** A plan may begin at any minute; the cells that it touches are claimed. */
  readonly any_minute?: boolean;
  /** Resources that must be taken; types of which none is named are free to choose. */
  readonly resource_ids?: readonly string[];
}

/** A segment of a line; minutes since the visit's start. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly staff: 'lead' | 'none';
  readonly requirements: readonly RequirementRules[];
}

/** One pet and its service. */
export interface Line {
  readonly pet: NormalizedPet;
  readonly petId: string | null;
  /** Who must lead it, where somebody was asked for. */
  readonly staffId?: string;
  readonly service: Service;
  readonly addOns: readonly AddOnRules[];
  /** Minutes since the visit's start, whole base cells. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  readonly price: number;
}

export interface Visit extends VisitRequirements {
  readonly service: Service;
  readonly lines: readonly Line[];
  /** Boarding or daycare: needs count in nights or half-days since the arrival's. */
  readonly isStay: boolean;
  /** What the customer sees; of a stay it depends on the day and is 0. */
  readonly minutes: number;
  readonly nights: number;
  readonly now: Date;
  readonly step: number;
  readonly leadTimeMinutes: number;
  readonly horizonDays: number;
  readonly arePetsAccepted: boolean;
  /** False where the durations of a service leave 0 minutes or less of a segment; always true of stays. */
  readonly hasPositiveDurations: boolean;
}

/** `quantity` places in each of the cells [from, to) since the start. */
export interface Demand extends CellRange {
  readonly quantity: number;
}

/**
 * What a visit needs, as offsets from its start: people and units to be matched, places in pools, starts under quotas. A need is
 * met by one bookable of its group; needs that conflict can't share one. Offsets are base cells, of stays the resources' own cells.
 */
export const STAFF_GROUP = 'staff';

/** What the lines of a visit count under a quota. */
export interface QuotaUse {
  readonly quota: QuotaRules;
  /** Where they begin, ascending: what `arrivals` counts. */
  readonly offsets: readonly number[];
  /** How many are there at once: what `load` counts of a timed visit. */
  readonly demand: readonly Demand[];
  /** How many they are: what `load` counts of a stay. */
  readonly lines: number;
}

export interface Requirement {
  /** `staff`, or the id of a type of units. */
  readonly group: string;
  readonly role: 'lead' | 'unit';
  /** The places in `visit.lines` it serves. */
  readonly lines: readonly number[];
  /** Places in `compiled.staff` or `compiled.resources`, the best first. */
  readonly candidates: readonly number[];
  /** When the person has to be at work. */
  readonly work: readonly CellRange[];
  /** What it claims: work and buffers around it. */
  readonly claims: readonly CellRange[];
  /** Quotas of the lead. */
  readonly quotas: readonly QuotaUse[];
}

/** Places in one pool of a type, for all pets that may use the same pools. */
export interface PoolRequirement {
  readonly lines: readonly number[];
  readonly candidates: readonly number[];
  readonly demand: readonly Demand[];
}

export interface VisitRequirements {
  readonly requirements: readonly Requirement[];
  readonly pools: readonly PoolRequirement[];
  /** Quotas of the whole company. */
  readonly quotas: readonly QuotaUse[];
}
