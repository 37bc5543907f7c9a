import { MAX_OCCURRENCES, seriesStarts } from './series-rule.js';

const rule = (fields: object = {}) => ({ every_weeks: 1, count: null, until: null, ...fields });
const isoOf = (starts: readonly Date[]): string[] => starts.map((start) => start.toISOString());

describe('the times of a series', () => {
  it('show the same on the wall before and after a clock change', () => {
    const starts = seriesStarts(new Date('2026-10-19T13:00:00Z'), 'America/New_York', rule({ count: 3 }));
    expect(isoOf(starts)).toEqual(['2026-10-19T13:00:00.000Z', '2026-10-26T13:00:00.000Z', '2026-11-02T14:00:00.000Z']);
  });

  it('move to the end of the gap where the wall leaves them out', () => {
    const starts = seriesStarts(new Date('2026-03-01T07:30:00Z'), 'America/New_York', rule({ count: 3 }));
    expect(isoOf(starts)).toEqual(['2026-03-01T07:30:00.000Z', '2026-03-08T07:00:00.000Z', '2026-03-15T06:30:00.000Z']);
  });

  it('keep a first one that is the second of two with its time on the wall', () => {
    const starts = seriesStarts(new Date('2026-11-01T06:30:00Z'), 'America/New_York', rule({ count: 2 }));
    expect(isoOf(starts)).toEqual(['2026-11-01T06:30:00.000Z', '2026-11-08T06:30:00.000Z']);
  });

  it('end with the local day of until', () => {
    const first = new Date('2026-01-06T01:00:00Z');
    expect(isoOf(seriesStarts(first, 'America/Sao_Paulo', rule({ every_weeks: 2, until: '2026-01-19' })))).toEqual([
      '2026-01-06T01:00:00.000Z',
      '2026-01-20T01:00:00.000Z',
    ]);
  });

  it('are never more than one above the limit', () => {
    expect(seriesStarts(new Date('2026-01-06T01:00:00Z'), 'UTC', rule({ until: '2199-01-01' }))).toHaveLength(
      MAX_OCCURRENCES + 1,
    );
  });
});
