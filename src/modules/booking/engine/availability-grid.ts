/** The free time of one company over some local days. Its rows of bits are built on first use and kept. */
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
import { CapacityRows, paintFree } from './capacity-rows.js';
import type { ClosureEffect, QuotaRules } from './rules.js';
import { ScratchRows } from './scratch-rows.js';
import { dayNumberOf } from './time/local-time.js';
import { clearPeriod, paintSchedule, type Schedule } from './windows.js';

/** Taken ranges by bookable, in the bookable's own cells and any order. A bookable without an entry is free. */
export type Occupancy = ReadonlyMap<string, readonly TakenRange[]>;

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const NO_RANGES: readonly TakenRange[] = [];

export class AvailabilityGrid {
  readonly compiled: CompiledRules;
  readonly layout: GridLayout;
  readonly scratch: ScratchRows;
  /** Incremented whenever occupancy changes. */
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
    this.scratch = new ScratchRows(this.layout.bits);
    this.taken = new Map(taken);
  }

  /** The cells of a kind for which the grid needs claims. */
  cellsOf(kind: CellKind): CellRange {
    return this.layout.cellsOf(kind);
  }

  replaceTaken(bookable: string, taken: readonly TakenRange[]): void {
    this.revision++;
    this.taken.set(bookable, taken);
    this.capacityRowsByBookable.delete(bookable);
    this.rows.delete(bookable);
    const staff = this.compiled.staff.findIndex(({ id }) => staffBookable(id) === bookable);
    if (staff >= 0) this.free[staff] = this.available[staff] = undefined;
  }

  /** A copy in which only the bookables that `isKept` names are taken. */
  withTaken({ from, to }: DateRange, isKept: (bookable: string) => boolean): AvailabilityGrid {
    const taken = [...this.taken].filter(([bookable]) => isKept(bookable));
    return new AvailabilityGrid(this.compiled, { from, to }, new Map(taken));
  }

  /** Replaces the taken ranges of all bookables; rows of unchanged bookables are kept. */
  replaceAllTaken(occupancy: Occupancy): void {
    for (const [bookable, taken] of occupancy)
      if (!hasSameRanges(this.takenOf(bookable), taken)) this.replaceTaken(bookable, taken);
    for (const [bookable, taken] of this.taken)
      if (taken.length > 0 && !occupancy.has(bookable)) this.replaceTaken(bookable, NO_RANGES);
  }

  workingRow(staff: number): Row {
    return (this.working[staff] ??= this.scheduleRow(this.compiled.staff[staff]!.schedule));
  }

  presentRow(staff: number): Row {
    return (this.present[staff] ??= this.paintPresent(staff));
  }

  /** Free of claims. Working hours do not matter, because buffers may lie outside them. */
  freeRow(staff: number): Row {
    return (this.free[staff] ??= paintFree(
      this.layout,
      '5min',
      this.takenOf(staffBookable(this.compiled.staff[staff]!.id)),
    ));
  }

  availableRow(staff: number): Row {
    let row = this.available[staff];
    if (!row) {
      row = this.available[staff] = this.presentRow(staff).slice();
      andRow(row, this.freeRow(staff));
    }
    return row;
  }

  /** Base row: cells with at least `places` free. */
  resourceRow(resource: Resource, places: number): Row {
    const { bookable, type } = resource;
    if (type.kind === 'pool' || (type.cell !== '5min' && type.cell !== '15min'))
      return this.resourceRows(resource).baseRow(places);
    let row = this.rows.get(bookable);
    if (!row) this.rows.set(bookable, (row = paintFree(this.layout, type.cell, this.takenOf(bookable))));
    return row;
  }

  resourceCellRow(resource: Resource, places: number): Row {
    return this.resourceRows(resource).cellRow(places);
  }

  /** Sets the use of quotas that were created after the appointments; no claims exist for it. */
  replaceUnclaimedQuotaUse(unclaimedQuotaUse: Occupancy): void {
    this.unclaimedQuotaUse = unclaimedQuotaUse;
  }

  unclaimedPlacesIn(bookable: string, cell: number): number {
    return placesTakenWithin(this.unclaimedQuotaUse.get(bookable) ?? NO_RANGES, cell, cell + 1);
  }

  hasQuotaRoom(quota: QuotaRules, scopeKey: string, { from, to }: CellRange, places: number): boolean {
    const taken = this.takenOf(quotaBookable(quota.id, scopeKey));
    if (placesTakenWithin(taken, from, to) + places <= quota.limit) return true;
    for (let cell = from; cell < to; cell++)
      if (placesTakenWithin(taken, cell, cell + 1) + places > quota.limit) return false;
    return true;
  }

  /** Base row: cells in which the quota has at least `places` left. */
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

  /** Base row: cells that no closure with this effect touches. */
  openRow(effect: Exclude<ClosureEffect, 'night'>): Row {
    let row = this.rows.get(effect);
    if (!row) this.rows.set(effect, (row = this.paintOpen(effect)));
    return row;
  }

  isNightOpen(day: number): boolean {
    const from = this.compiled.zone.firstAt(day * MINUTES_A_DAY);
    const to = this.compiled.zone.firstAt((day + 1) * MINUTES_A_DAY);
    return !this.compiled.closures.some(
      (closure) => closure.forbids.has('night') && closure.from < to && closure.to > from,
    );
  }

  /** Equals the row of `departure` for the cell before this instant, which may lie beyond the rows. */
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
    let rows = this.capacityRowsByBookable.get(bookable);
    if (!rows) this.capacityRowsByBookable.set(bookable, (rows = make()));
    return rows;
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

/** Compares in order: the reader returns ranges in a stable order. */
function hasSameRanges(before: readonly TakenRange[], after: readonly TakenRange[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const { from, to, count } = after[index]!;
      return one.from === from && one.to === to && one.count === count;
    })
  );
}

function placesTakenWithin(taken: readonly TakenRange[], from: number, to: number): number {
  return taken.reduce((sum, one) => sum + (one.from < to && one.to > from ? one.count : 0), 0);
}

export const quotaCell = ({ per }: QuotaRules): CellKind => (per === 'day' ? 'night' : per);
