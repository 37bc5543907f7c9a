import { readUsage } from './usage-headers.js';

const business = (...usages: object[]): Record<string, string> => ({
  'x-business-use-case-usage': JSON.stringify({ '1000': usages }),
});

describe('the usage headers of Meta', () => {
  it('give the highest percentage and the longest wait of all limits', () => {
    const headers = {
      'x-app-usage': JSON.stringify({ call_count: 28, total_time: 25, total_cputime: 31 }),
      ...business(
        { type: 'messenger', call_count: 95, total_cputime: 20, total_time: 20, estimated_time_to_regain_access: 19 },
        { type: 'pages', call_count: 3, total_cputime: 4, total_time: 5, estimated_time_to_regain_access: 0 },
      ),
    };
    expect(readUsage(headers)).toEqual({ percent: 95, regainMs: 19 * 60_000 });
  });

  it.each([{}, { 'x-app-usage': 'no json' }, { 'x-app-usage': '[1]' }, { 'x-business-use-case-usage': '{"1":7}' }])(
    'say nothing in %j',
    (headers) => expect(readUsage(headers)).toBeUndefined(),
  );

  it('give a number of at most 100 percent', () => {
    expect(readUsage(business({ call_count: 140, total_time: 'x' }))).toEqual({ percent: 100, regainMs: 0 });
  });

  it('pause a channel for a day at most', () => {
    const usage = business({ estimated_time_to_regain_access: 999_999 });
    expect(readUsage(usage)).toEqual({ percent: 0, regainMs: 24 * 3_600_000 });
  });
});
