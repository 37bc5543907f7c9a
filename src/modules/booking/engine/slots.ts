/** Search results in packed form: sorted starts, and the leads of each as bits. */
import { countBits, lowestBit, popcount, type Row } from './bitset.js';
import { MINUTES_A_DAY } from './cells.js';
import type { GridLayout } from './grid-layout.js';
import { dateOf, instantOf } from './time/local-time.js';

export interface Slot {
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** Leads of the first line; empty if nobody leads. */
  readonly staff_ids: string[];
}

export interface DaySlots {
  readonly date: string;
  readonly slots: Slot[];
}

const WORD_BITS = 32;

export class SlotSet {
  readonly starts: Int32Array;
  /** Bit s of the `staffWords` words of a start is the lead `staffIds[s]`. */
  readonly staffIds: readonly string[];
  private readonly staffBits: Int32Array;
  private readonly staffWords: number;
  private readonly layout: GridLayout;
  private readonly days: readonly number[];
  private readonly endOf: (startMinute: number) => number;

  constructor(layout: GridLayout, days: readonly number[], found: FoundStarts) {
    this.layout = layout;
    this.days = days;
    this.endOf = found.endOf;
    this.staffIds = found.staffIds;
    this.staffWords = Math.ceil(found.staffIds.length / WORD_BITS);
    this.starts = new Int32Array(countBits(found.all));
    this.staffBits = new Int32Array(this.starts.length * this.staffWords);
    const ranks = this.fillStarts(found.all);
    for (let staff = 0; staff < found.leads.length; staff++)
      this.fillStaff(staff, found.leads[staff]!, found.all, ranks);
  }

  /** The number of pairs of start and lead. */
  get offerCount(): number {
    return countBits(this.staffBits);
  }

  staffOf(index: number): string[] {
    const ids: string[] = [];
    for (let offset = 0; offset < this.staffWords; offset++)
      for (let word = this.staffBits[index * this.staffWords + offset]!; word !== 0; word &= word - 1)
        ids.push(this.staffIds[offset * WORD_BITS + lowestBit(word)]!);
    return ids;
  }

  slot(index: number): Slot {
    const start = this.starts[index]!;
    return { starts_at: instantOf(start), ends_at: instantOf(this.endOf(start)), staff_ids: this.staffOf(index) };
  }

  /** Includes days without slots. */
  byDay(): DaySlots[] {
    const { zone } = this.layout;
    let index = 0;
    return this.days.map((day) => {
      const slots: Slot[] = [];
      for (; index < this.starts.length; index++) {
        const start = this.starts[index]!;
        if (Math.floor((start + zone.offsetAt(start)) / MINUTES_A_DAY) !== day) break;
        slots.push(this.slot(index));
      }
      return { date: dateOf(day), slots };
    });
  }

  /** Returns the number of starts before each word. */
  private fillStarts(all: Row): Int32Array {
    const ranks = new Int32Array(all.length);
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      ranks[i] = count;
      for (let word = all[i]!; word !== 0; word &= word - 1)
        this.starts[count++] = this.layout.minuteAt(i * WORD_BITS + lowestBit(word));
    }
    return ranks;
  }

  private fillStaff(staff: number, row: Row, all: Row, ranks: Int32Array): void {
    const { staffBits, staffWords } = this;
    const flag = 1 << (staff & 31);
    const offset = staff >>> 5;
    for (let i = 0; i < row.length; i++) {
      const among = all[i]!;
      for (let word = row[i]!; word !== 0; word &= word - 1) {
        const below = (word & -word) - 1;
        staffBits[(ranks[i]! + popcount(among & below)) * staffWords + offset]! |= flag;
      }
    }
  }
}

export interface FoundStarts {
  readonly all: Row;
  readonly leads: readonly Row[];
  readonly staffIds: readonly string[];
  readonly endOf: (startMinute: number) => number;
}
