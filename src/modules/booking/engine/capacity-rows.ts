import { type Row, clearRange, newRow, setRange } from './bitset.js';
import { BASE_MINUTES, CELL_MINUTES, type CellKind, isLocalKind, type TakenRange } from './cells.js';
import type { GridLayout } from './grid-layout.js';

/** Base row of a bookable of capacity 1 with cells of `5min` or `15min`. */
export function paintFree(layout: GridLayout, kind: '5min' | '15min', taken: readonly TakenRange[]): Row {
  const row = newRow(layout.bits).fill(-1);
  const cells = CELL_MINUTES[kind] / BASE_MINUTES;
  for (let i = 0; i < taken.length; i++) {
    const { from, to, count } = taken[i]!;
    if (count > 0) clearRange(row, from * cells - layout.origin, to * cells - layout.origin);
  }
  return row;
}

/** The rows of a bookable with any capacity and kind of cell. */
export class CapacityRows {
  private readonly counts: Int32Array;
  private readonly firstCell: number;
  private readonly baseRows = new Map<number, Row>();
  private readonly cellRows = new Map<number, Row>();
  private readonly layout: GridLayout;
  private readonly kind: CellKind;
  private readonly capacity: number;

  constructor(layout: GridLayout, kind: CellKind, capacity: number, taken: readonly TakenRange[]) {
    this.layout = layout;
    this.kind = kind;
    this.capacity = capacity;
    const { from, to } = layout.cellsOf(kind);
    this.firstCell = from;
    this.counts = new Int32Array(to - from);
    this.add(taken);
  }

  private roomIn(cell: number): number {
    const index = cell - this.firstCell;
    return index >= 0 && index < this.counts.length ? this.capacity - this.counts[index]! : 0;
  }

  /** Base row: bits whose cell has at least `places` free. */
  baseRow(places: number): Row {
    let row = this.baseRows.get(places);
    if (!row) this.baseRows.set(places, (row = this.paintBase(places)));
    return row;
  }

  cellRow(places: number): Row {
    let row = this.cellRows.get(places);
    if (!row) this.cellRows.set(places, (row = this.paintCells(places)));
    return row;
  }

  private paintBase(places: number): Row {
    const row = newRow(this.layout.bits);
    if (isLocalKind(this.kind)) {
      for (const { cell, from, to } of this.layout.cellRuns(this.kind))
        if (this.roomIn(cell) >= places) setRange(row, from, to);
      return row;
    }
    const baseCells = CELL_MINUTES[this.kind] / BASE_MINUTES;
    const most = this.capacity - places;
    const { counts } = this;
    for (let start = 0; start < counts.length;) {
      if (counts[start]! > most) {
        start++;
        continue;
      }
      let end = start + 1;
      while (end < counts.length && counts[end]! <= most) end++;
      setRange(row, start * baseCells, end * baseCells);
      start = end;
    }
    return row;
  }

  private paintCells(places: number): Row {
    const row = newRow(this.counts.length);
    for (let index = 0; index < this.counts.length; index++)
      if (this.capacity - this.counts[index]! >= places) setRange(row, index, index + 1);
    return row;
  }

  private add(taken: readonly TakenRange[]): void {
    const { counts, firstCell } = this;
    for (let i = 0; i < taken.length; i++) {
      const { from, to, count } = taken[i]!;
      const end = Math.min(counts.length, to - firstCell);
      for (let cell = Math.max(0, from - firstCell); cell < end; cell++) counts[cell]! += count;
    }
  }
}
