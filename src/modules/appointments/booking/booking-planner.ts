import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookableService, type CatalogSnapshot, StaffDirectory } from '../catalog/index.js';
import { Board, type BookingPlan, type DateRange } from '../engine/index.js';
import { type Diary, DiaryReader } from '../slots/diary.js';
import { localDate } from '../slots/local-date.js';
import { alternativesFor, dateAfter, isTaken, planVisit } from '../slots/search.js';
import {
  type BookingChannel,
  nightsBetween,
  resolveWish,
  type Visit,
  Visits,
  type VisitWish,
} from '../slots/visits.js';
import { wrong } from '../slots/wishes.errors.js';
import { type Alternative, slotNotOffered, slotTaken } from './booking.errors.js';

/** Local days around the wanted start in which alternatives are looked for. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 6;
const ALTERNATIVES = 3;
const EARLIEST = new Date('2000-01-10T00:00:00Z');
const LATEST = new Date('2199-12-01T00:00:00Z');

/** A wish with its time. */
export interface TimedWish extends VisitWish {
  starts_at: Date;
  ends_at?: Date;
}

export interface PlanOptions {
  channel: BookingChannel;
  /** A booking whose own claims are not in its way. */
  except?: Types.ObjectId;
  /** Services as an appointment froze them, which replace those of the catalog. */
  services?: readonly BookableService[];
  /** What was read of the claims before this (ms since 1970) is too old. */
  notBefore?: number;
  /** By when lead time and horizon are judged; now where absent. */
  asOf?: Date;
  /** Where everything is taken, plans as if nothing were. */
  mayOverbook?: boolean;
}

export interface PlannedBooking {
  readonly plan: BookingPlan;
  readonly visit: Visit;
  readonly catalog: CatalogSnapshot;
}

/** Turns a wish into what has to be claimed, by the rules that the search offers it by. */
@Injectable()
export class BookingPlanner {
  constructor(
    private readonly diaries: DiaryReader,
    private readonly visits: Visits,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws AppError SLOT_TAKEN with alternatives | SLOT_NOT_OFFERED with the rule | NOT_FOUND | VALIDATION_ERROR */
  async plan(scope: CompanyScope, wish: TimedWish, options: PlanOptions): Promise<PlannedBooking> {
    const began = Date.now();
    const { near, range } = daysAround(wish.starts_at);
    const [diary, pets] = await Promise.all([this.diaries.open(scope, near, options), this.visits.petsOf(scope, wish)]);
    const visit = resolveWish(diary.catalog, withNights(wish, diary.catalog.time_zone), pets, options.channel);
    const first = planVisit(diary.board, visit, wish.starts_at, options.asOf ?? new Date());
    if ('plan' in first) return { plan: first.plan, visit, catalog: diary.catalog };
    if (first.rule === 'NO_STAFF') await this.staff.assertAll(scope, namedStaff(wish));
    if (!isTaken(first.rule)) throw slotNotOffered(first.rule);
    if (options.mayOverbook) return this.planOver(diary, visit, near, wish.starts_at);
    // Whoever had it may have let it go without a word, by the clock.
    const fresh = await this.diaries.open(scope, range, { ...options, notBefore: began });
    const second = planVisit(fresh.board, visit, wish.starts_at, options.asOf ?? new Date());
    if ('plan' in second) return { plan: second.plan, visit, catalog: fresh.catalog };
    throw slotTaken(alternativesIn(fresh, visit, range, wish.starts_at));
  }

  /** What to offer to somebody who came second. */
  async alternatives(scope: CompanyScope, wish: TimedWish, options: PlanOptions): Promise<Alternative[]> {
    const { range } = daysAround(wish.starts_at);
    const [diary, pets] = await Promise.all([
      this.diaries.open(scope, range, options),
      this.visits.petsOf(scope, wish),
    ]);
    const visit = resolveWish(diary.catalog, withNights(wish, diary.catalog.time_zone), pets, options.channel);
    return alternativesIn(diary, visit, range, wish.starts_at);
  }

  private planOver({ board, catalog }: Diary, visit: Visit, range: DateRange, start: Date): PlannedBooking {
    const empty = new Board(board.compiled, range, new Map());
    const planned = planVisit(empty, visit, start, new Date());
    if ('rule' in planned) throw slotNotOffered(planned.rule);
    return { plan: planned.plan, visit, catalog };
  }
}

function alternativesIn({ board }: Diary, visit: Visit, range: DateRange, wanted: Date): Alternative[] {
  return alternativesFor(board, visit, range, wanted, ALTERNATIVES).map(({ starts_at, staff_ids }) => ({
    starts_at: starts_at.toISOString(),
    staff_id: staff_ids[0] ?? null,
  }));
}

/** Everybody a wish asks for. */
function namedStaff({ staff_id, items = [] }: VisitWish): string[] {
  return [staff_id, ...items.map((item) => item.staff_id)].filter((id) => id !== undefined);
}

/** The days of UTC that surely have the local day in them, and those on which other times are looked for. */
function daysAround(start: Date): { near: DateRange; range: DateRange } {
  if (!(start >= EARLIEST && start <= LATEST)) throw wrong('starts_at', 'must lie between 2000 and 2199');
  const date = start.toISOString().slice(0, 'YYYY-MM-DD'.length);
  return {
    near: { from: dateAfter(date, -1), to: dateAfter(date, 1) },
    range: { from: dateAfter(date, -DAYS_BEFORE), to: dateAfter(date, DAYS_AFTER) },
  };
}

function withNights({ starts_at, ends_at, ...wish }: TimedWish, zone: string): VisitWish {
  if (wish.nights !== undefined || !ends_at) return wish;
  return { ...wish, nights: nightsBetween(localDate(starts_at, zone), localDate(ends_at, zone)) };
}
