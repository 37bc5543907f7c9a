import fc from 'fast-check';
import { EventCursor } from './event-cursor.ts';
import type { LoggedEvent } from './events.ts';

const START = 10;
const event = (seq: number): LoggedEvent => ({ seq, name: 'message:new', payload: {} });

/** The numbers after the start, each at least once, in any order and with doubles. */
const arrivals = fc
  .integer({ min: 1, max: 20 })
  .chain((count) =>
    fc.tuple(
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => START + 1 + index),
        { minLength: count, maxLength: count },
      ),
      fc.array(fc.integer({ min: START - 3, max: START + count })),
    ),
  )
  .chain(([each, doubles]) => fc.shuffledSubarray([...each, ...doubles], { minLength: each.length + doubles.length }));

describe('the cursor of live events', () => {
  it('passes on each event once and in order, for any order of arrival', () => {
    fc.assert(
      fc.property(arrivals, (seqs) => {
        const cursor = new EventCursor();
        cursor.startAt(START);
        const handled = seqs.flatMap((seq) => cursor.receive(event(seq))).map(({ seq }) => seq);
        const last = Math.max(...seqs, START);
        expect(handled).toEqual(Array.from({ length: last - START }, (_, index) => START + 1 + index));
        expect(cursor.hasGap).toBe(false);
      }),
    );
  });

  it('keeps events that arrive before the start, and drops those that the start includes', () => {
    const cursor = new EventCursor();
    expect(cursor.receive(event(11))).toEqual([]);
    expect(cursor.receive(event(12))).toEqual([]);
    cursor.startAt(11);
    expect(cursor.takeReady()).toEqual([event(12)]);
  });

  it('holds back events that arrive too early, and continues where the server says', () => {
    const cursor = new EventCursor();
    cursor.startAt(10);
    expect(cursor.receive(event(12))).toEqual([]);
    expect(cursor.hasGap).toBe(true);
    cursor.startAt(20);
    expect(cursor.hasGap).toBe(false);
    expect(cursor.receive(event(21))).toEqual([event(21)]);
  });
});
