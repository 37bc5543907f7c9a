import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { DateRange, DaySlots, RefusedStart } from '../engine/index.js';
import { DiaryReader } from './diary.js';
import { datesOf, explainVisit, searchVisit } from './search.js';
import { type BookingChannel, resolveWish, Visits, type VisitWish } from './visits.js';
import { wrong } from './wishes.errors.js';

/** The longest range that is searched at once, days. */
export const MAX_SEARCH_DAYS = 62;
const EARLIEST_DATE = '2000-01-01';
const LATEST_DATE = '2199-12-31';

/** Local dates, both included. */
export interface SlotsQuery extends DateRange {
  wish: VisitWish;
  channel: BookingChannel;
  /** Also why the other starts are not offered. */
  explain?: boolean;
  /** A booking whose own time counts as free: the one that is to be moved. */
  except?: Types.ObjectId;
}

export interface DayOfSlots extends DaySlots {
  readonly refused?: readonly RefusedStart[];
}

export interface Slots {
  /** IANA name of the zone of the dates. */
  time_zone: string;
  /** Every asked day, also those with nothing to offer. */
  days: DayOfSlots[];
}

/** What can be booked, as a customer is told. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly diaries: DiaryReader,
    private readonly visits: Visits,
  ) {}

  /**
   * By time. The number of queries does not depend on how many staff and days there are.
   * @throws AppError NOT_FOUND for the service or a pet | VALIDATION_ERROR
   */
  async search(scope: CompanyScope, query: SlotsQuery): Promise<Slots> {
    const { from, to, wish, channel, explain = false, except } = query;
    const range = { from, to };
    assertRange(range);
    const [{ catalog, board }, pets] = await Promise.all([
      this.diaries.open(scope, range, except ? { except } : {}),
      this.visits.petsOf(scope, wish),
    ]);
    const visit = resolveWish(catalog, wish, pets, channel);
    const now = new Date();
    const days = searchVisit(board, visit, range, now);
    if (!explain) return { time_zone: catalog.time_zone, days };
    const refusals = explainVisit(board, visit, range, now);
    return {
      time_zone: catalog.time_zone,
      days: days.map((day, index) => ({ ...day, refused: refusals[index]?.refused ?? [] })),
    };
  }
}

function assertRange({ from, to }: DateRange): void {
  if (from < EARLIEST_DATE || to > LATEST_DATE) throw wrong('from', 'must lie between 2000 and 2199');
  if (to < from) throw wrong('to', 'must not be before from');
  if (datesOf({ from, to }).length > MAX_SEARCH_DAYS) throw wrong('to', `must be within ${MAX_SEARCH_DAYS} days`);
}
