import { startTestModule, type TestModule } from '../../../test/support/test-module.js';
import { DurableLimiter } from './durable-limiter.js';
import { LimitsModule } from './limits.module.js';

const RULE = { max: 3, windowMs: 60_000 };

describe('DurableLimiter', () => {
  let test: TestModule;
  let limits: DurableLimiter;

  beforeAll(async () => {
    test = await startTestModule('limits', [LimitsModule]);
    limits = test.module.get(DurableLimiter);
  });
  afterAll(() => test.close());

  it('allows as many as the rule says, also of twenty at once, and says when the window ends', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => limits.take('crowd', RULE)));
    expect(answers.filter((until) => until === undefined)).toHaveLength(RULE.max);
    for (const until of answers.filter((answer) => answer !== undefined)) {
      expect(until.getTime()).toBeGreaterThan(Date.now());
    }
    expect(await limits.take('another key', RULE)).toBeUndefined();
  });

  it('begins a new window when the old one is over', async () => {
    const over = { max: 1, windowMs: 0 };
    expect(await limits.take('again', over)).toBeUndefined();
    expect(await limits.take('again', over)).toBeUndefined();
    expect(await limits.take('again', { ...RULE, max: 1 })).toBeUndefined();
    expect(await limits.take('again', { ...RULE, max: 1 })).toBeInstanceOf(Date);
  });
});
