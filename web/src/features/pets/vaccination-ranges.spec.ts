import { rangeOf, readRange } from './vaccination-ranges.ts';

describe('the ranges of the vaccination overview', () => {
  it('count the last day as valid', () => {
    expect(rangeOf('expired', '2026-03-01')).toEqual({ until: '2026-02-28', order: 'latest' });
    expect(rangeOf('30d', '2026-03-01')).toEqual({ from: '2026-03-01', until: '2026-03-31', order: 'soonest' });
    expect(rangeOf('60d', '2026-12-15')).toMatchObject({ until: '2027-02-13' });
  });

  it('are read from the address', () => {
    expect([readRange({ within: '60d' }), readRange({ within: 'expired' }), readRange({ within: 'all' })]).toEqual([
      { within: '60d' },
      { within: 'expired' },
      {},
    ]);
  });
});
