/** Rows of one length that searches use and give back all at once, so that a search on a warm grid allocates none. */
import { newRow, type Row } from './bitset.js';

export class RowPool {
  private readonly rows: Row[] = [];
  private used = 0;
  private readonly bits: number;

  constructor(bits: number) {
    this.bits = bits;
  }

  /** A row filled with `word`; it is the caller's until `reset`. */
  take(word: 0 | -1): Row {
    return this.next().fill(word);
  }

  copy(of: Row): Row {
    const row = this.next();
    row.set(of);
    return row;
  }

  /** A row with anything in it. */
  next(): Row {
    return (this.rows[this.used++] ??= newRow(this.bits));
  }

  /** Gives back what was taken since `used` said `mark`. */
  reset(mark = 0): void {
    this.used = mark;
  }

  get mark(): number {
    return this.used;
  }
}
