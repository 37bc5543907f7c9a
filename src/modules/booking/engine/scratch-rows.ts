/** Rows that a search uses and gives back all at once, so that it allocates none. */
import { newRow, type Row } from './bitset.js';

export class ScratchRows {
  private readonly rows: Row[] = [];
  private used = 0;
  private readonly bits: number;

  constructor(bits: number) {
    this.bits = bits;
  }

  take(word: 0 | -1): Row {
    return this.next().fill(word);
  }

  copy(of: Row): Row {
    const row = this.next();
    row.set(of);
    return row;
  }

  next(): Row {
    return (this.rows[this.used++] ??= newRow(this.bits));
  }

  reset(mark = 0): void {
    this.used = mark;
  }

  get mark(): number {
    return this.used;
  }
}
