import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { BookableService, CatalogSnapshot } from '../../catalog/index.js';
import { StaffDirectory } from '../../calendar/index.js';
import { SlotTaken, type StoredBooking } from '../../reservations/index.js';
import type { BookingPlan, DateRange, LegRequest } from '../../engine/index.js';
import {
  alternativesFor,
  type BookingChannel,
  dateAfter,
  type Availability,
  AvailabilityCache,
  isTaken,
  OVERRIDE_LEVELS,
  type OverrideLevel,
  localDate,
  nightsBetween,
  planVisit,
  resolveVisit,
  type SlotRule,
  type ResolvedVisit,
  VisitRequestResolver,
  type VisitRequest,
  invalidField,
} from '../../availability/index.js';
import { plannedDetails } from './booking-details.js';
import { petLegs } from './pet-legs.js';
import { type Alternative, slotNotOffered, slotTaken } from './booking.errors.js';

/** Local days around the wanted start that are searched for alternatives. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 6;
const ALTERNATIVES = 3;
const CELL_MS = 5 * 60_000;
/** Other staff or tables that are tried after a lost race. */
const MAX_TRIES = 5;
const EARLIEST = new Date('2000-01-10T00:00:00Z');
const LATEST = new Date('2199-12-01T00:00:00Z');

/** The rules that each override level ignores. */
const OVERRIDDEN_RULES: Readonly<Record<OverrideLevel, readonly SlotRule[]>> = {
  any_start: ['STEP', 'LEAD_TIME', 'HORIZON'],
  any_hour: ['STEP', 'LEAD_TIME', 'HORIZON', 'CLOSED', 'NOT_WORKING', 'TIME_OFF'],
};

export interface TimedVisitRequest extends VisitRequest {
  starts_at: Date;
  ends_at?: Date;
}

export interface PlanOptions {
  channel: BookingChannel;
  /** A booking whose own claims do not block it. */
  except?: Types.ObjectId;
  services?: readonly BookableService[];
  /** Claims that were read before this (ms since 1970) are too old. */
  notBefore?: number;
  /** Lead time and horizon are judged as of this instant. Default: now. */
  asOf?: Date;
  /** Names the bookables whose taken time does not refuse the visit. */
  ignoresTaken?: (bookable: string) => boolean;
  /** Legs that count as taken, although nothing claims them. */
  alsoTaken?: readonly LegRequest[];
  /** Rules that may be overridden for the start. A taken time is always refused. */
  override?: OverrideLevel;
  /** The pets may have other appointments at the time. */
  allowsBusyPets?: boolean;
}

export interface PlannedBooking {
  readonly plan: BookingPlan;
  readonly visit: ResolvedVisit;
  readonly catalog: CatalogSnapshot;
}

interface RefusedAttempt {
  readonly refusal: SlotRule;
  readonly availability: Availability;
  readonly visit: ResolvedVisit;
  readonly options: PlanOptions;
}

@Injectable()
export class BookingPlanner {
  constructor(
    private readonly availability: AvailabilityCache,
    private readonly visits: VisitRequestResolver,
    private readonly staff: StaffDirectory,
  ) {}

  /**
   * Also plans the time of the pets. @throws AppError SLOT_TAKEN with alternatives | SLOT_NOT_OFFERED with the rule | NOT_FOUND |
   * VALIDATION_ERROR
   */
  async plan(scope: CompanyScope, request: TimedVisitRequest, options: PlanOptions): Promise<PlannedBooking> {
    const planned = await this.planVisit(scope, request, options);
    const { plan, visit, catalog } = planned;
    const { time_zone } = catalog;
    const pets = petLegs({ ...plannedDetails(plan, visit), time_zone }, options.allowsBusyPets === true);
    return { ...planned, plan: { ...plan, legs: [...plan.legs, ...pets] } };
  }

  private async planVisit(
    scope: CompanyScope,
    request: TimedVisitRequest,
    options: PlanOptions,
  ): Promise<PlannedBooking> {
    const began = Date.now();
    const { near, range } = daysAround(request.starts_at);
    const { override: most, ...strict } = options;
    let attempt = await this.attempt(scope, request, near, strict);
    for (const override of most === undefined ? [] : OVERRIDE_LEVELS.slice(0, OVERRIDE_LEVELS.indexOf(most) + 1)) {
      if ('refusal' in attempt && OVERRIDDEN_RULES[override].includes(attempt.refusal))
        attempt = await this.attempt(scope, request, near, { ...strict, override });
    }
    if ('plan' in attempt) return attempt;
    if (attempt.refusal === 'NO_STAFF') await this.staff.assertAll(scope, namedStaff(request));
    if (!isTaken(attempt.refusal)) throw slotNotOffered(attempt.refusal);
    const beside = options.ignoresTaken && planBeside(attempt, near, request.starts_at, options.ignoresTaken);
    if (beside) return beside;
    // A hold may have expired since the grid was read, so read it again.
    const second = await this.attempt(scope, request, range, { ...attempt.options, notBefore: began });
    if ('plan' in second) return second;
    if (second.options.override) throw slotTaken(await this.alternatives(scope, request, strict));
    throw slotTaken(alternativesIn(second.availability, second.visit, range, request.starts_at));
  }

  private async attempt(
    scope: CompanyScope,
    request: TimedVisitRequest,
    range: DateRange,
    options: PlanOptions,
  ): Promise<PlannedBooking | RefusedAttempt> {
    const [availability, pets] = await Promise.all([
      this.availability.load(scope, range, options),
      this.visits.petsOf(scope, request),
    ]);
    const visit = resolveVisit(
      availability.catalog,
      withNights(request, availability.catalog.time_zone),
      pets,
      options.channel,
    );
    const now = nowFor(request.starts_at, options);
    const planned = planVisit(availability.grid, visit, request.starts_at, now, options.override !== undefined);
    if ('plan' in planned) return { plan: planned.plan, visit, catalog: availability.catalog };
    return { refusal: planned.refusal, availability, visit, options };
  }

  /** Plans and claims. Plans again after a lost race. @throws what {@link plan} and `claim` throw */
  async planAndClaim(
    scope: CompanyScope,
    request: TimedVisitRequest,
    options: PlanOptions,
    claim: (planned: PlannedBooking) => Promise<StoredBooking>,
  ): Promise<StoredBooking> {
    for (let tries = 1, notBefore = 0; ; tries++) {
      const planned = await this.plan(scope, request, { ...options, notBefore });
      try {
        return await claim(planned);
      } catch (error) {
        if (!(error instanceof SlotTaken)) throw error;
        if (tries >= MAX_TRIES) throw slotTaken(await this.alternatives(scope, request, options));
        notBefore = Date.now();
      }
    }
  }

  async alternatives(scope: CompanyScope, request: TimedVisitRequest, options: PlanOptions): Promise<Alternative[]> {
    const { range } = daysAround(request.starts_at);
    const [availability, pets] = await Promise.all([
      this.availability.load(scope, range, options),
      this.visits.petsOf(scope, request),
    ]);
    const visit = resolveVisit(
      availability.catalog,
      withNights(request, availability.catalog.time_zone),
      pets,
      options.channel,
    );
    return alternativesIn(availability, visit, range, request.starts_at);
  }
}

/** With an override, rules are judged as of the cell of the start, so lead time and horizon pass. */
const nowFor = (start: Date, { override, asOf = new Date() }: PlanOptions): Date =>
  override ? new Date(Math.floor(start.getTime() / CELL_MS) * CELL_MS) : asOf;

/** Plans as if the bookables that `isIgnored` names were free. Undefined if others are taken. @throws AppError SLOT_NOT_OFFERED */
function planBeside(
  { availability, visit, options }: RefusedAttempt,
  range: DateRange,
  start: Date,
  isIgnored: (bookable: string) => boolean,
): PlannedBooking | undefined {
  const { grid, catalog } = availability;
  const free = grid.withTaken(range, (bookable) => !isIgnored(bookable));
  const planned = planVisit(free, visit, start, nowFor(start, options), options.override !== undefined);
  if ('plan' in planned) return { plan: planned.plan, visit, catalog };
  if (!isTaken(planned.refusal)) throw slotNotOffered(planned.refusal);
  return undefined;
}

function alternativesIn({ grid }: Availability, visit: ResolvedVisit, range: DateRange, wanted: Date): Alternative[] {
  return alternativesFor(grid, visit, range, wanted, ALTERNATIVES).map(({ starts_at, staff_ids }) => ({
    starts_at: starts_at.toISOString(),
    staff_id: staff_ids[0] ?? null,
  }));
}

function namedStaff({ staff_id, items = [] }: VisitRequest): string[] {
  return [staff_id, ...items.map((item) => item.staff_id)].filter((id) => id !== undefined);
}

/** `near`: the UTC days that contain the local day. `range`: the days searched for alternatives. */
function daysAround(start: Date): { near: DateRange; range: DateRange } {
  if (!(start >= EARLIEST && start <= LATEST)) throw invalidField('starts_at', 'must lie between 2000 and 2199');
  const date = start.toISOString().slice(0, 'YYYY-MM-DD'.length);
  return {
    near: { from: dateAfter(date, -1), to: dateAfter(date, 1) },
    range: { from: dateAfter(date, -DAYS_BEFORE), to: dateAfter(date, DAYS_AFTER) },
  };
}

function withNights({ starts_at, ends_at, ...request }: TimedVisitRequest, zone: string): VisitRequest {
  if (request.nights !== undefined || !ends_at) return request;
  return { ...request, nights: nightsBetween(localDate(starts_at, zone), localDate(ends_at, zone)) };
}
