import fc from 'fast-check';
import { andRuns, clearRange, countBits, eachBit, hasRange, newRow, type Row, setRange } from './bitset.js';

const BITS = 640;

/** Long runs with holes. */
const row = fc
  .array(fc.tuple(fc.integer({ min: -5, max: BITS + 5 }), fc.integer({ min: 0, max: 400 }), fc.boolean()), {
    maxLength: 6,
  })
  .map((ranges) => {
    const made = newRow(BITS);
    for (const [from, length, isSet] of ranges) (isSet ? setRange : clearRange)(made, from, from + length);
    return made;
  });

const bitsOf = (of: Row): number[] => {
  const bits: number[] = [];
  eachBit(of, (bit) => bits.push(bit));
  return bits;
};

it('andRuns finds the same runs of any length and shift as a check of every bit', () => {
  const long = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(row, row, long, fc.integer({ min: -200, max: 200 }), (out, of, length, shift) => {
      const expected = bitsOf(out).filter((bit) => hasRange(of, bit + shift, bit + shift + length));
      andRuns(out, of, length, shift, newRow(BITS));
      expect(bitsOf(out)).toEqual(expected);
      expect(countBits(out)).toBe(expected.length);
    }),
    { numRuns: 1_000 },
  );
});
