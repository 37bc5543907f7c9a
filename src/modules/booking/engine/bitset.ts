/** Rows of bits, 32 to a word. Bit i stands for cell `origin + i`; bits outside a row read as 0. */
export type Row = Int32Array;

const WORD_BITS = 32;
/** Six doublings reach runs of 63 cells (5 h 15 min); 64 would need a shift by 32, which does nothing. */
const FUSED_LENGTH = 63;
const FUSED_STAGES = 6;

const wordsFor = (bits: number): number => Math.ceil(bits / WORD_BITS);
export const newRow = (bits: number): Row => new Int32Array(wordsFor(bits));

export function setRange(row: Row, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length * WORD_BITS, to);
  if (start >= end) return;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    row[first]! |= head & tail;
    return;
  }
  row[first]! |= head;
  row.fill(-1, first + 1, last);
  row[last]! |= tail;
}

export function clearRange(row: Row, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length * WORD_BITS, to);
  if (start >= end) return;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    row[first]! &= ~(head & tail);
    return;
  }
  row[first]! &= ~head;
  row.fill(0, first + 1, last);
  row[last]! &= ~tail;
}

export const hasBit = (row: Row, bit: number): boolean =>
  bit >= 0 && bit < row.length * WORD_BITS && ((row[bit >>> 5]! >>> (bit & 31)) & 1) === 1;

export function hasRange(row: Row, from: number, to: number): boolean {
  for (let bit = from; bit < to; bit++) if (!hasBit(row, bit)) return false;
  return true;
}

export function andRow(out: Row, row: Row): void {
  for (let i = 0; i < out.length; i++) out[i]! &= row[i]!;
}

export function orRow(out: Row, row: Row): void {
  for (let i = 0; i < out.length; i++) out[i]! |= row[i]!;
}

/** Keeps bit i of `out` if bit i + shift of `row` is set; `shift` may be negative. */
function andShifted(out: Row, row: Row, shift: number): void {
  const words = shift >> 5;
  const bits = shift & 31;
  if (shift === 0) return andRow(out, row);
  for (let i = 0; i < out.length; i++) {
    if (out[i] === 0) continue;
    const at = i + words;
    const low = at >= 0 && at < row.length ? row[at]! : 0;
    const high = at + 1 >= 0 && at + 1 < row.length ? row[at + 1]! : 0;
    out[i]! &= bits === 0 ? low : (low >>> bits) | (high << (WORD_BITS - bits));
  }
}

/** Keeps bit i of `out` if `length` bits of `row` from i + shift are set. Overwrites `scratch`. */
export function andRuns(out: Row, row: Row, length: number, shift: number, scratch: Row): void {
  if (shift === 0 && length <= FUSED_LENGTH) return andFusedRuns(out, row, length);
  scratch.fill(-1);
  andFusedRuns(scratch, row, Math.min(length, FUSED_LENGTH));
  for (let have = FUSED_LENGTH; have < length;) {
    const more = Math.min(have, length - have);
    andAhead(scratch, more);
    have += more;
  }
  andShifted(out, scratch, shift);
}

const stage = new Int32Array(FUSED_STAGES);

/** Does all doublings in one pass from the last word to the first; a1 ... a5 are the next word after one ... five doublings. */
function andFusedRuns(out: Row, row: Row, length: number): void {
  for (let i = 0, have = 1; i < FUSED_STAGES; i++) {
    stage[i] = Math.min(have, length - have);
    have += stage[i]!;
  }
  // An unused stage shifts by 0: JavaScript shifts by 32 as by 0, and w & (w | a) is w.
  const s0 = stage[0]!;
  const s1 = stage[1]!;
  const s2 = stage[2]!;
  const s3 = stage[3]!;
  const s4 = stage[4]!;
  const s5 = stage[5]!;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let a4 = 0;
  let a5 = 0;
  for (let i = row.length - 1; i >= 0; i--) {
    const w0 = row[i]!;
    if (w0 === 0) {
      out[i] = a0 = a1 = a2 = a3 = a4 = a5 = 0;
      continue;
    }
    const w1 = w0 & ((w0 >>> s0) | (a0 << (WORD_BITS - s0)));
    const w2 = w1 & ((w1 >>> s1) | (a1 << (WORD_BITS - s1)));
    const w3 = w2 & ((w2 >>> s2) | (a2 << (WORD_BITS - s2)));
    const w4 = w3 & ((w3 >>> s3) | (a3 << (WORD_BITS - s3)));
    const w5 = w4 & ((w4 >>> s4) | (a4 << (WORD_BITS - s4)));
    out[i]! &= w5 & ((w5 >>> s5) | (a5 << (WORD_BITS - s5)));
    a0 = w0;
    a1 = w1;
    a2 = w2;
    a3 = w3;
    a4 = w4;
    a5 = w5;
  }
}

/** Keeps bit i if bit i + shift is set. Ascending order reads each bit before it is overwritten. */
function andAhead(row: Row, shift: number): void {
  const words = shift >>> 5;
  const bits = shift & 31;
  for (let i = 0; i < row.length; i++) {
    const low = i + words < row.length ? row[i + words]! : 0;
    const high = i + words + 1 < row.length ? row[i + words + 1]! : 0;
    row[i]! &= bits === 0 ? low : (low >>> bits) | (high << (WORD_BITS - bits));
  }
}

export function popcount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(row: Row): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += popcount(row[i]!);
  return total;
}

export function countRange(row: Row, from: number, to: number): number {
  let total = 0;
  for (let bit = from; bit < to; bit++) if (hasBit(row, bit)) total++;
  return total;
}

export function eachBit(row: Row, visit: (bit: number) => void): void {
  for (let i = 0; i < row.length; i++)
    for (let word = row[i]!; word !== 0; word &= word - 1) visit(i * WORD_BITS + lowestBit(word));
}

/** The index of the lowest set bit of a word other than 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
