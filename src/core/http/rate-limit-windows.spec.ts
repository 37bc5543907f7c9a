import { jest } from '@jest/globals';
import { ThrottlerStorageService } from '@nestjs/throttler';
import fc from 'fast-check';
import { RateLimitWindows } from './rate-limit-windows.js';

const TTL_MS = 60_000;
const RULE = 'default';

/** How long after the call before it a caller comes. */
const calls = fc.array(
  fc.record({ key: fc.constantFrom('ana', 'bia'), afterMs: fc.oneof(fc.nat(100), fc.nat(3_000), fc.nat(70_000)) }),
  { maxLength: 150 },
);

describe('RateLimitWindows', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("counts and refuses as the throttler's own storage does", async () => {
    const limitAndCalls = fc.asyncProperty(fc.integer({ min: 1, max: 20 }), calls, async (limit, sequence) => {
      const ours = new RateLimitWindows();
      const theirs = new ThrottlerStorageService();
      for (const { key, afterMs } of sequence) {
        jest.setSystemTime(Date.now() + afterMs);
        const hit = await ours.increment(key, TTL_MS, limit, TTL_MS);
        const { timeToBlockExpire, ...expected } = await theirs.increment(key, TTL_MS, limit, TTL_MS, RULE);
        // What the library counts down before anybody is blocked means nothing.
        expect(hit).toEqual({ ...expected, timeToBlockExpire: hit.isBlocked ? timeToBlockExpire : 0 });
      }
      theirs.onApplicationShutdown();
    });
    // Refused past the end of a window, and back just as all are swept: nothing promised before is forgotten.
    const promised = [
      { key: 'bia', afterMs: 0 },
      { key: 'bia', afterMs: 35_940 },
      { key: 'ana', afterMs: 24_060 },
      { key: 'bia', afterMs: 20_677 },
      { key: 'bia', afterMs: 39_323 },
    ];
    await fc.assert(limitAndCalls, { numRuns: 300, examples: [[1, promised]] });
  });

  it('forgets callers who stay away', async () => {
    const windows = new RateLimitWindows();
    for (let caller = 0; caller < 50; caller++) await windows.increment(`caller-${caller}`, TTL_MS, 1, TTL_MS);
    expect(windows.size).toBe(50);
    jest.setSystemTime(Date.now() + 2 * TTL_MS);
    await windows.increment('somebody', TTL_MS, 1, TTL_MS);
    expect(windows.size).toBe(1);
  });
});
