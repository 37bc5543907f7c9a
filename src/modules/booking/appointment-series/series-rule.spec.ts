import { MAX_OCCURRENCES, seriesStarts } from './series-rule.js';

const rule = (fields: object = {}) => ({ every_weeks: 1, count: null, until: null, ...fields });
const isoOf = (starts: readonly Date[]): string[] => starts.map((start) => start.toISOString());

describe('starts of a series', () => {
  it('keeps the local time before and after a clock change', () => {
    const starts = seriesStarts(new Date('2026-10-19T13:00:00Z'), 'America/New_York', rule({ count: 3 }));
    expect(isoOf(starts)).toEqual(['2026-10-19T13:00:00.000Z', '2026-10-26T13:00:00.000Z', '2026-11-02T14:00:00.000Z']);
  });

  it('moves a time inside a clock-change gap to the end of the gap', () => {
    const starts = seriesStarts(new Date('2026-03-01T07:30:00Z'), 'America/New_York', rule({ count: 3 }));
    expect(isoOf(starts)).toEqual(['2026-03-01T07:30:00.000Z', '2026-03-08T07:00:00.000Z', '2026-03-15T06:30:00.000Z']);
  });

  it('keeps the second of two equal local times', () => {
    const starts = seriesStarts(new Date('2026-11-01T06:30:00Z'), 'America/New_York', rule({ count: 2 }));
    expect(isoOf(starts)).toEqual(['2026-11-01T06:30:00.000Z', '2026-11-08T06:30:00.000Z']);
  });

  it('ends with the local day of until', () => {
    const first = new Date('2026-01-06T01:00:00Z');
    expect(isoOf(seriesStarts(first, 'America/Sao_Paulo', rule({ every_weeks: 2, until: '2026-01-19' })))).toEqual([
      '2026-01-06T01:00:00.000Z',
      '2026-01-20T01:00:00.000Z',
    ]);
  });

  it('returns at most one start above the limit', () => {
    expect(seriesStarts(new Date('2026-01-06T01:00:00Z'), 'UTC', rule({ until: '2199-01-01' }))).toHaveLength(
      MAX_OCCURRENCES + 1,
    );
  });
});
