import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CachedJson } from '../../../core/http/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { otherTimesOf, type VisitToMove } from './booked-visit.js';
import type { BookableService } from '../catalog/index.js';
import { AppointmentsRepository } from '../reservations/index.js';
import type { DateRange, DaySlots, RefusedStart } from '../engine/index.js';
import { type Availability, AvailabilityCache } from './availability-cache.js';
import { daysIn, explainVisit, searchVisit } from './search.js';
import { SlotResponseCache } from './slot-response-cache.js';
import {
  type BookingChannel,
  resolveVisit,
  type ResolvedVisit,
  VisitRequestResolver,
  type VisitRequest,
  type VisitRefusal,
} from './visit-request-resolver.js';
import { invalidField } from './request.errors.js';

export const MAX_SEARCH_DAYS = 62;
const MINUTE_MS = 60_000;
const EARLIEST_DATE = '2000-01-01';
const LATEST_DATE = '2199-12-31';

export interface SlotsQuery extends DateRange {
  request: VisitRequest;
  channel: BookingChannel;
  explain?: boolean;
  /** A booking whose time counts as free, because it is to be moved. */
  except?: Types.ObjectId;
  /** Services as copied into the appointment; they replace those of the catalog. */
  services?: readonly BookableService[];
}

export interface DayOfSlots extends DaySlots {
  readonly refused?: readonly RefusedStart[];
}

export interface Slots {
  time_zone: string;
  /** Includes days without slots. */
  days: DayOfSlots[];
  /** The rule that refuses the whole visit; only with `explain`. */
  refusal?: VisitRefusal;
}

/** A presentation of slots; different presentations need different names. */
export interface SlotsView {
  readonly name: string;
  show(slots: Slots): object;
}

interface SlotsSearch extends Availability {
  readonly query: SlotsQuery;
  readonly visit: ResolvedVisit;
}

@Injectable()
export class SlotsService {
  constructor(
    private readonly availability: AvailabilityCache,
    private readonly visits: VisitRequestResolver,
    private readonly answers: SlotResponseCache,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** Sorted by time; the number of queries is constant. @throws AppError NOT_FOUND for the service or a pet | VALIDATION_ERROR */
  async search(scope: CompanyScope, query: SlotsQuery): Promise<Slots> {
    return toSlots(await this.prepareSearch(scope, query), new Date());
  }

  /** Returns a shared result until data changes. @throws like {@link search} */
  async searchCached(scope: CompanyScope, query: SlotsQuery, view: SlotsView): Promise<CachedJson> {
    const asked = await this.prepareSearch(scope, query);
    const now = new Date();
    const { from, to, explain = false } = query;
    const { requests, refusal } = asked.visit;
    // Lead times and horizons count from the next full minute.
    const minute = Math.ceil(now.getTime() / MINUTE_MS);
    const question = [view.name, from, to, explain, requests, refusal, minute];
    return this.answers.getOrCreate(asked.grid, question, () => view.show(toSlots(asked, now)));
  }

  /**
   * Other times of an appointment, whose own time counts as free. Without a service in `visit`: for the visit as it was
   * booked. @throws AppError NOT_FOUND
   */
  async queryToMove(scope: CompanyScope, id: Types.ObjectId, visit: VisitRequest): Promise<VisitToMove> {
    const booking = await this.appointments.getBooking(scope, id);
    return visit.service_id === undefined
      ? otherTimesOf(booking, visit.staff_id)
      : { request: visit, except: booking._id };
  }

  private async prepareSearch(scope: CompanyScope, query: SlotsQuery): Promise<SlotsSearch> {
    const { from, to, request, channel, except, services } = query;
    assertRange(query);
    const [{ catalog, grid }, pets] = await Promise.all([
      this.availability.load(scope, { from, to }, { ...(except && { except }), ...(services && { services }) }),
      this.visits.petsOf(scope, request),
    ]);
    return { query, catalog, grid, visit: resolveVisit(catalog, request, pets, channel) };
  }
}

function toSlots({ query: { from, to, explain = false }, catalog, grid, visit }: SlotsSearch, now: Date): Slots {
  const days = searchVisit(grid, visit, { from, to }, now);
  if (!explain) return { time_zone: catalog.time_zone, days };
  const refusals = explainVisit(grid, visit, { from, to }, now);
  return {
    time_zone: catalog.time_zone,
    days: days.map((day, index) => ({ ...day, refused: refusals[index]?.refused ?? [] })),
    ...(visit.refusal && { refusal: visit.refusal }),
  };
}

function assertRange({ from, to }: DateRange): void {
  if (from < EARLIEST_DATE || to > LATEST_DATE) throw invalidField('from', 'must lie between 2000 and 2199');
  if (to < from) throw invalidField('to', 'must not be before from');
  if (daysIn({ from, to }) > MAX_SEARCH_DAYS) throw invalidField('to', `must be within ${MAX_SEARCH_DAYS} days`);
}
