import { dateOf, dayNumberOf, instantOf, minuteOf } from './local-time.js';
import { ZoneTable } from './zone-table.js';

const MINUTES_A_DAY = 1_440;

/** The local days of a company from one date to another, both included. */
export class CompanyDays {
  readonly start: Date;
  readonly end: Date;
  private readonly table: ZoneTable;
  private readonly first: number;
  private readonly last: number;

  /** @param from and `to`: YYYY-MM-DD */
  constructor(zone: string, from: string, to: string) {
    this.table = ZoneTable.of(zone);
    this.first = dayNumberOf(from);
    this.last = dayNumberOf(to);
    this.start = instantOf(this.table.firstAt(this.first * MINUTES_A_DAY));
    this.end = instantOf(this.table.firstAt((this.last + 1) * MINUTES_A_DAY));
  }

  get count(): number {
    return this.last - this.first + 1;
  }

  dates(): string[] {
    return Array.from({ length: this.count }, (_, index) => dateOf(this.first + index));
  }

  includes(at: Date): boolean {
    return at >= this.start && at < this.end;
  }

  /** The local date, YYYY-MM-DD. */
  dateAt(at: Date): string {
    const minute = minuteOf(at);
    return dateOf(Math.floor((minute + this.table.offsetAt(minute)) / MINUTES_A_DAY));
  }
}
