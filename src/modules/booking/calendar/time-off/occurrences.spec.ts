import { firstDateOf, occurrencesOf, overAt } from './occurrences.js';

const at = (text: string): Date => new Date(text);
const ZONE = 'Europe/Lisbon';
/** Thursdays at 22:00 local time for four hours; summer time ends on 25 October 2026. */
const weekly = (until: string) => ({
  starts_at: at('2026-10-15T21:00:00Z'),
  ends_at: at('2026-10-16T01:00:00Z'),
  repeat: { weekly: true as const, until },
});

describe('occurrences of time off', () => {
  const starts = (from: string, to: string, until = '2026-11-30'): string[] =>
    occurrencesOf(weekly(until), ZONE, at(from), at(to)).map(({ starts_at }) => starts_at.toISOString());

  it('keeps the local time when clocks change', () => {
    expect(occurrencesOf(weekly('2026-10-29'), ZONE, at('2026-10-01T00:00:00Z'), at('2027-01-01T00:00:00Z'))).toEqual([
      { starts_at: at('2026-10-15T21:00:00Z'), ends_at: at('2026-10-16T01:00:00Z') },
      { starts_at: at('2026-10-22T21:00:00Z'), ends_at: at('2026-10-23T01:00:00Z') },
      { starts_at: at('2026-10-29T22:00:00Z'), ends_at: at('2026-10-30T02:00:00Z') },
    ]);
  });

  it('returns those that overlap the half-open range', () => {
    expect(starts('2026-10-23T00:30:00Z', '2026-10-29T22:00:00Z')).toEqual(['2026-10-22T21:00:00.000Z']);
    expect(starts('2026-10-23T01:00:00Z', '2026-10-29T22:01:00Z')).toEqual(['2026-10-29T22:00:00.000Z']);
    expect(starts('2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z')).toEqual([]);
  });

  it('returns distant ones, and ends with the last day', () => {
    expect(starts('2029-10-17T00:00:00Z', '2029-11-30T00:00:00Z', '2029-10-25')).toEqual([
      '2029-10-18T21:00:00.000Z',
      '2029-10-25T21:00:00.000Z',
    ]);
  });

  it('returns one without a repeat', () => {
    const once = { ...weekly(''), repeat: null };
    expect(occurrencesOf(once, ZONE, at('2026-10-16T00:00:00Z'), at('2026-10-17T00:00:00Z'))).toHaveLength(1);
    expect(occurrencesOf(once, ZONE, at('2026-10-16T01:00:00Z'), at('2026-10-17T00:00:00Z'))).toEqual([]);
    expect(overAt(once)).toEqual(once.ends_at);
  });

  it('ends after the last time in every zone', () => {
    for (const zone of ['Pacific/Niue', 'Etc/GMT+12', 'Pacific/Kiritimati']) {
      const [last] = occurrencesOf(
        weekly('2026-12-01'),
        zone,
        at('2026-10-01T00:00:00Z'),
        at('2028-01-01T00:00:00Z'),
      ).slice(-1);
      expect(overAt(weekly('2026-12-01')).getTime()).toBeGreaterThanOrEqual(last?.ends_at.getTime() ?? Infinity);
    }
  });

  it('returns the first local date', () => {
    expect(firstDateOf(weekly(''), 'Pacific/Kiritimati')).toBe('2026-10-16');
    expect(firstDateOf(weekly(''), 'Pacific/Niue')).toBe('2026-10-15');
  });
});
