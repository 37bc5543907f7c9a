/** The instants of the bits. Bit i of a base row is the `5min` cell `origin + i`; of a day row, local day `dayOrigin + i`. */
import { type Row, clearRange, newRow, setRange } from './bitset.js';
import {
  BASE_CELLS_A_DAY,
  BASE_MINUTES,
  CELL_MINUTES,
  type CellKind,
  type CellRange,
  MINUTES_A_DAY,
  isLocalKind,
} from './cells.js';
import { mod } from './time/local-time.js';
import type { ZoneTable } from './time/zone-table.js';

/** Room for buffers before the first day and for visits of up to a day that start on the last one. */
const DAYS_BEFORE = 1;
const DAYS_AFTER = 2;
/** Day rows reach this far beyond the last day. */
export const MAX_NIGHTS = 92;

/** Bits [from, to) of a base row lie in this cell of another kind. */
export interface CellRun extends CellRange {
  readonly cell: number;
}

export class GridLayout {
  readonly zone: ZoneTable;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly origin: number;
  readonly bits: number;
  readonly dayOrigin: number;
  readonly days: number;
  private readonly runs = new Map<CellKind, readonly CellRun[]>();
  private readonly continuationRows = new Map<CellKind, Row>();
  private readonly steps = new Map<number, Row>();

  constructor(zone: ZoneTable, firstDay: number, lastDay: number) {
    this.zone = zone;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    const firstUtcDay = Math.floor(zone.firstAt(firstDay * MINUTES_A_DAY) / MINUTES_A_DAY) - DAYS_BEFORE;
    const endUtcDay = Math.ceil(zone.firstAt((lastDay + 1) * MINUTES_A_DAY) / MINUTES_A_DAY) + DAYS_AFTER;
    this.origin = firstUtcDay * BASE_CELLS_A_DAY;
    this.bits = (endUtcDay - firstUtcDay) * BASE_CELLS_A_DAY;
    this.dayOrigin = firstDay - DAYS_BEFORE - 1;
    this.days = lastDay - firstDay + 1 + MAX_NIGHTS + DAYS_BEFORE + DAYS_AFTER;
  }

  /** The first bit that begins at this minute or later. */
  bitFrom(utcMinute: number): number {
    return Math.ceil(utcMinute / BASE_MINUTES) - this.origin;
  }

  bitAt(utcMinute: number): number {
    return Math.floor(utcMinute / BASE_MINUTES) - this.origin;
  }

  minuteAt(bit: number): number {
    return (bit + this.origin) * BASE_MINUTES;
  }

  localDayAt(bit: number): number {
    const minute = this.minuteAt(bit);
    return Math.floor((minute + this.zone.offsetAt(minute)) / MINUTES_A_DAY);
  }

  bitsOfDays(from: number, to: number): CellRange {
    const start = this.bitFrom(this.zone.firstAt(from * MINUTES_A_DAY));
    return { from: start, to: this.bitFrom(this.zone.firstAt((to + 1) * MINUTES_A_DAY)) };
  }

  cellsOf(kind: CellKind): CellRange {
    if (isLocalKind(kind)) {
      const perDay = MINUTES_A_DAY / CELL_MINUTES[kind];
      return { from: this.dayOrigin * perDay, to: (this.dayOrigin + this.days) * perDay };
    }
    const cellsPerBase = CELL_MINUTES[kind] / BASE_MINUTES;
    return { from: this.origin / cellsPerBase, to: (this.origin + this.bits) / cellsPerBase };
  }

  /** The base bits of each cell, in order of time. A cell has several runs if the clock goes back over its edge. */
  cellRuns(kind: CellKind): readonly CellRun[] {
    let runs = this.runs.get(kind);
    if (!runs) this.runs.set(kind, (runs = this.findRuns(kind)));
    return runs;
  }

  /** Bits that are not the first of their cell. */
  continuationRow(kind: CellKind): Row {
    let row = this.continuationRows.get(kind);
    if (!row) {
      this.continuationRows.set(kind, (row = newRow(this.bits).fill(-1)));
      for (const { from } of this.cellRuns(kind)) clearRange(row, from, from + 1);
    }
    return row;
  }

  /** Bits at which local time is a multiple of `stepMinutes` since midnight. */
  stepRow(stepMinutes: number): Row {
    let row = this.steps.get(stepMinutes);
    if (!row) this.steps.set(stepMinutes, (row = this.paintSteps(stepMinutes)));
    return row;
  }

  private findRuns(kind: CellKind): CellRun[] {
    const runs: CellRun[] = [];
    const size = CELL_MINUTES[kind];
    const start = this.minuteAt(0);
    const end = this.minuteAt(this.bits);
    this.zone.eachStretch(start, end, (from, to, localOffset) => {
      const offset = isLocalKind(kind) ? localOffset : 0;
      for (let minute = from; minute < to;) {
        const cell = Math.floor((minute + offset) / size);
        const next = Math.min(to, (cell + 1) * size - offset);
        const last = runs[runs.length - 1];
        if (last?.cell === cell) runs[runs.length - 1] = { ...last, to: this.bitFrom(next) };
        else runs.push({ cell, from: this.bitFrom(minute), to: this.bitFrom(next) });
        minute = next;
      }
    });
    return runs;
  }

  private paintSteps(stepMinutes: number): Row {
    const row = newRow(this.bits);
    this.zone.eachStretch(this.minuteAt(0), this.minuteAt(this.bits), (from, to, offset) => {
      for (let minute = from; minute < to;) {
        const sinceMidnight = mod(minute + offset, MINUTES_A_DAY);
        if (sinceMidnight % stepMinutes === 0) {
          const bit = this.bitFrom(minute);
          setRange(row, bit, bit + 1);
        }
        const toStep = stepMinutes - (sinceMidnight % stepMinutes);
        minute += Math.min(toStep, MINUTES_A_DAY - sinceMidnight);
      }
    });
    return row;
  }
}
