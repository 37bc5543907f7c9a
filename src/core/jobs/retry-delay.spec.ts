import { retryDelayMs } from './retry-delay.js';

describe('retryDelayMs', () => {
  const policy = { baseMs: 100, capMs: 1_000 };

  it('doubles its ceiling with each attempt up to the cap', () => {
    const ceilings = [1, 2, 3, 4, 5, 60].map((attempt) => retryDelayMs(attempt, policy, () => 1));
    expect(ceilings).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('spreads over the whole span below the ceiling', () => {
    const delays = [0, 0.5, 1].map((random) => retryDelayMs(3, policy, () => random));
    expect(delays).toEqual([0, 200, 400]);
  });
});
