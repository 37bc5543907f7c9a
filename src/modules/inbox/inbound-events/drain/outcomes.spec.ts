import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { HOLDING_ATTEMPTS, MAX_ATTEMPTS } from '../inbound-events.constants.js';
import { afterFailure } from './outcomes.js';

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
