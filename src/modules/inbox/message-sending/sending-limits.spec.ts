import { Types } from 'mongoose';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MAX_CALLS_PER_COMPANY, ProviderCallLimits } from './provider-call-limits.js';
import { SweepLimits } from './sweep-limits.js';

const newScope = (): CompanyScope => CompanyScope.of(new Types.ObjectId());

describe('the places for calls to providers', () => {
  it('let a company have 20 calls at a time, and another company its own', async () => {
    const places = new ProviderCallLimits();
    const [slow, quick] = [newScope(), newScope()];
    const answered = Promise.withResolvers<void>();
    let calls = 0;
    const slowCall = (): Promise<void> => {
      calls += 1;
      return answered.promise;
    };
    const all = Array.from({ length: 260 }, () => places.run(slow, slowCall));
    await places.run(quick, () => Promise.resolve());
    expect(calls).toBe(MAX_CALLS_PER_COMPANY);
    answered.resolve();
    await Promise.all(all);
    expect(calls).toBe(260);
  });

  it('are 100 for all companies together', async () => {
    const places = new ProviderCallLimits();
    const answered = Promise.withResolvers<void>();
    let calls = 0;
    const all = Array.from({ length: 10 }, newScope).flatMap((scope) =>
      Array.from({ length: MAX_CALLS_PER_COMPANY }, () =>
        places.run(scope, () => {
          calls += 1;
          return answered.promise;
        }),
      ),
    );
    await new Promise(setImmediate);
    expect(calls).toBe(100);
    answered.resolve();
    await Promise.all(all);
  });
});

describe('the share of a company in the sweep', () => {
  it('is 20 conversations at a time, whatever it has due', () => {
    const share = new SweepLimits();
    const taken = Array.from({ length: 250 }, (_, index) => share.take(`of a ${index}`, 'a')).filter(Boolean);
    expect(taken).toHaveLength(MAX_CALLS_PER_COMPANY);
    expect(share.fullCompanies).toEqual(['a']);
    expect(share.take('of b', 'b')).toBe(true);
    expect(share.take('of b', 'b')).toBe(false);
    share.giveBack('of a 0');
    expect(share.take('of a 249', 'a')).toBe(true);
  });
});
