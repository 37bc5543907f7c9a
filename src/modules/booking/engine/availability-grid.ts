/**
 * A grid is the diary of one company over some local days as rows of bits: what the rules allow and what is not taken. It is
 * cheap to open (rows are made when they are first asked for) and worth keeping: a search on rows that are there is what is fast.
 */
import { type Row, andRow, newRow } from './bitset.js';
import {
  BASE_MINUTES,
  type CellKind,
  type CellRange,
  MINUTES_A_DAY,
  quotaBookable,
  staffBookable,
  type TakenRange,
} from './cells.js';
import type { Closure, CompiledRules, Resource } from './compile.js';
import { GridLayout } from './grid-layout.js';
import { CapacityRows, freeRow } from './capacity-rows.js';
import type { ClosureEffect, QuotaRules } from './rules.js';
import { RowPool } from './row-pool.js';
import { dayNumberOf } from './time/local-time.js';
import { clearPeriod, paintSchedule, type Schedule } from './windows.js';

/** By bookable name; a bookable that is not listed is free. Ranges need no order and count in the bookable's own cells. */
export type Occupancy = ReadonlyMap<string, readonly TakenRange[]>;

/** Local dates YYYY-MM-DD, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const NO_RANGES: readonly TakenRange[] = [];

export class AvailabilityGrid {
  readonly compiled: CompiledRules;
  readonly layout: GridLayout;
  /** Scratch for base rows; a search begins with `reset`. */
  readonly pool: RowPool;
  /** Another one after each change of what is taken. */
  revision = 0;
  private readonly taken: Map<string, readonly TakenRange[]>;
  private unclaimedQuotaUse: Occupancy = new Map();
  private readonly capacityRowsByBookable = new Map<string, CapacityRows>();
  private readonly rows = new Map<string, Row>();
  private readonly working: (Row | undefined)[] = [];
  private readonly present: (Row | undefined)[] = [];
  private readonly free: (Row | undefined)[] = [];
  private readonly available: (Row | undefined)[] = [];
  private readonly schedules = new Map<Schedule, Row>();

  constructor(compiled: CompiledRules, { from, to }: DateRange, taken: Occupancy) {
    this.compiled = compiled;
    this.layout = new GridLayout(compiled.zone, dayNumberOf(from), dayNumberOf(to));
    this.pool = new RowPool(this.layout.bits);
    this.taken = new Map(taken);
  }

  /** Which cells of a kind the grid reaches over: what has to be read from the claims. */
  cellsOf(kind: CellKind): CellRange {
    return this.layout.cellsOf(kind);
  }

  /** Replaces all that is taken of one bookable; the other bookables' rows stay. */
  replaceTaken(bookable: string, taken: readonly TakenRange[]): void {
    this.revision++;
    this.taken.set(bookable, taken);
    this.capacityRowsByBookable.delete(bookable);
    this.rows.delete(bookable);
    const staff = this.compiled.staff.findIndex(({ id }) => staffBookable(id) === bookable);
    if (staff >= 0) this.free[staff] = this.available[staff] = undefined;
  }

  /** Replaces all that is taken of all bookables; the rows of bookables that stay as they were are kept. */
  replaceAllTaken(occupancy: Occupancy): void {
    for (const [bookable, taken] of occupancy)
      if (!hasSameRanges(this.takenOf(bookable), taken)) this.replaceTaken(bookable, taken);
    for (const [bookable, taken] of this.taken)
      if (taken.length > 0 && !occupancy.has(bookable)) this.replaceTaken(bookable, NO_RANGES);
  }

  /** Within the member's schedule. */
  workingRow(staff: number): Row {
    return (this.working[staff] ??= this.scheduleRow(this.compiled.staff[staff]!.schedule));
  }

  /** Within the member's schedule and not off. */
  presentRow(staff: number): Row {
    return (this.present[staff] ??= this.paintPresent(staff));
  }

  /** Not taken, at work or not: buffers may lie outside of working hours. */
  freeRow(staff: number): Row {
    return (this.free[staff] ??= freeRow(
      this.layout,
      '5min',
      this.takenOf(staffBookable(this.compiled.staff[staff]!.id)),
    ));
  }

  /** Present and not taken. */
  availableRow(staff: number): Row {
    let row = this.available[staff];
    if (!row) {
      row = this.available[staff] = this.presentRow(staff).slice();
      andRow(row, this.freeRow(staff));
    }
    return row;
  }

  /** Base row: where a resource has at least `places` free. */
  resourceRow(resource: Resource, places: number): Row {
    const { bookable, type } = resource;
    if (type.kind === 'pool' || (type.cell !== '5min' && type.cell !== '15min'))
      return this.resourceRows(resource).baseRow(places);
    let row = this.rows.get(bookable);
    if (!row) this.rows.set(bookable, (row = freeRow(this.layout, type.cell, this.takenOf(bookable))));
    return row;
  }

  /** The same in the resource's own cells, from the grid's first one. */
  resourceCellRow(resource: Resource, places: number): Row {
    return this.resourceRows(resource).cellRow(places);
  }

  /** Notes what appointments count under quotas that were made after them: it is part of what is taken, but nobody has claimed it. */
  replaceUnclaimedQuotaUse(unclaimedQuotaUse: Occupancy): void {
    this.unclaimedQuotaUse = unclaimedQuotaUse;
  }

  /** Places in a cell of a quota's bookable that nobody has claimed, and that are taken all the same. */
  unclaimedPlacesIn(bookable: string, cell: number): number {
    return placesTakenWithin(this.unclaimedQuotaUse.get(bookable) ?? NO_RANGES, cell, cell + 1);
  }

  /** Whether so many more have room under a quota in each of these cells, which may lie beyond the rows. */
  hasQuotaRoom(quota: QuotaRules, scopeKey: string, { from, to }: CellRange, places: number): boolean {
    const taken = this.takenOf(quotaBookable(quota.id, scopeKey));
    if (placesTakenWithin(taken, from, to) + places <= quota.limit) return true;
    for (let cell = from; cell < to; cell++)
      if (placesTakenWithin(taken, cell, cell + 1) + places > quota.limit) return false;
    return true;
  }

  /** Base row: where `places` more lines may start under a quota. */
  quotaRow(quota: QuotaRules, scopeKey: string, places: number): Row {
    const bookable = quotaBookable(quota.id, scopeKey);
    const make = (): CapacityRows =>
      new CapacityRows(this.layout, quotaCell(quota), quota.limit, this.takenOf(bookable));
    return this.capacityRows(bookable, make).baseRow(places);
  }

  scheduleRow(schedule: Schedule): Row {
    let row = this.schedules.get(schedule);
    if (!row) {
      this.schedules.set(schedule, (row = newRow(this.layout.bits)));
      paintSchedule(row, this.layout, schedule);
    }
    return row;
  }

  /** Base row: where no closure or holiday forbids this. */
  openRow(effect: Exclude<ClosureEffect, 'night'>): Row {
    let row = this.rows.get(effect);
    if (!row) this.rows.set(effect, (row = this.paintOpen(effect)));
    return row;
  }

  /** Whether a boarding night may be stayed: only a closure that says so closes nights. */
  isNightOpen(day: number): boolean {
    const from = this.compiled.zone.firstAt(day * MINUTES_A_DAY);
    const to = this.compiled.zone.firstAt((day + 1) * MINUTES_A_DAY);
    return !this.compiled.closures.some(
      (closure) => closure.forbids.has('night') && closure.from < to && closure.to > from,
    );
  }

  /** The same as the row of `departure` says of the cell before this instant, which may lie beyond the rows. */
  isDepartureOpen(utcMinute: number): boolean {
    const from = Math.floor((utcMinute - 1) / BASE_MINUTES) * BASE_MINUTES;
    const touches = (closure: Closure): boolean => closure.from < from + BASE_MINUTES && closure.to > from;
    return !this.compiled.closures.some((closure) => closure.forbids.has('departure') && touches(closure));
  }

  private takenOf(bookable: string): readonly TakenRange[] {
    return this.taken.get(bookable) ?? NO_RANGES;
  }

  private resourceRows({ bookable, type, capacity }: Resource): CapacityRows {
    const make = (): CapacityRows => new CapacityRows(this.layout, type.cell, capacity, this.takenOf(bookable));
    return this.capacityRows(bookable, make);
  }

  private capacityRows(bookable: string, make: () => CapacityRows): CapacityRows {
    let capacityRowsByBookable = this.capacityRowsByBookable.get(bookable);
    if (!capacityRowsByBookable) this.capacityRowsByBookable.set(bookable, (capacityRowsByBookable = make()));
    return capacityRowsByBookable;
  }

  private paintPresent(staff: number): Row {
    const { timeOff } = this.compiled.staff[staff]!;
    if (timeOff.length === 0) return this.workingRow(staff);
    const row = this.workingRow(staff).slice();
    for (const period of timeOff) clearPeriod(row, this.layout, period);
    return row;
  }

  private paintOpen(effect: ClosureEffect): Row {
    const row = newRow(this.layout.bits).fill(-1);
    for (const closure of this.compiled.closures)
      if (closure.forbids.has(effect)) clearPeriod(row, this.layout, closure);
    return row;
  }
}

/** In the same order, too: a caller who reads by one index gives another order only with other ranges. */
function hasSameRanges(before: readonly TakenRange[], after: readonly TakenRange[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const { from, to, count } = after[index]!;
      return one.from === from && one.to === to && one.count === count;
    })
  );
}

/** How much of a bookable is taken within some cells, all of it added up. */
function placesTakenWithin(taken: readonly TakenRange[], from: number, to: number): number {
  return taken.reduce((sum, one) => sum + (one.from < to && one.to > from ? one.count : 0), 0);
}

/** A quota by the day counts in the numbers of nights. */
export const quotaCell = ({ per }: QuotaRules): CellKind => (per === 'day' ? 'night' : per);
