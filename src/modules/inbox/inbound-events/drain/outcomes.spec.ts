import type { DirectoryChannel } from '../../channels/index.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { HOLDING_ATTEMPTS, MAX_ATTEMPTS } from '../inbound-events.constants.js';
import { afterFailure, afterOutcome } from './outcomes.js';

const NOW = new Date('2026-11-28T12:00:00Z');
const MINUTE_MS = 60_000;

const pauseMs = (attempts: number): number => {
  const record = { _id: 'x', attempts } as InboundEventRecord;
  const { not_before } = afterFailure(record, new Error('away'), undefined, NOW, 0.5).set;
  return not_before!.getTime() - NOW.getTime();
};
const total = (tries: number): number =>
  Array.from({ length: tries }, (_, attempts) => pauseMs(attempts)).reduce((a, b) => a + b);

describe('the pauses between the tries of an inbound event', () => {
  it('take about an hour in all before it is parked', () => {
    expect(Math.round(total(MAX_ATTEMPTS - 1) / MINUTE_MS)).toBe(62);
  });

  it('hold up the customer for about four minutes', () => {
    expect(Math.round(total(HOLDING_ATTEMPTS) / MINUTE_MS)).toBe(4);
  });
});

describe('an event whose message is not stored', () => {
  const channel = { _id: 'a'.repeat(24), scope: {} } as DirectoryChannel;
  const pauseAt = (kind: 'edit' | 'status', ageMs: number): number | undefined => {
    const record = { _id: 'x', received_at: new Date(NOW.getTime() - ageMs) } as InboundEventRecord;
    const { not_before } = afterOutcome(record, { kind, outcome: 'unknown_target' }, channel, NOW).set;
    return not_before && not_before.getTime() - NOW.getTime();
  };

  it('waits a minute if it is a receipt, and a day with growing pauses if it is an edit', () => {
    expect([pauseAt('status', 0), pauseAt('status', MINUTE_MS)]).toEqual([2_000, undefined]);
    const ages = [0, MINUTE_MS, 300 * MINUTE_MS, 24 * 60 * MINUTE_MS];
    expect(ages.map((age) => pauseAt('edit', age))).toEqual([2_000, 15_000, 15 * MINUTE_MS, undefined]);
  });
});
