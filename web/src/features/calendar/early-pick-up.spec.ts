import { earlyPickUp, shownEnd } from './early-pick-up.ts';

const TIME = { zone: 'America/Sao_Paulo', locale: 'en' };
const starts_at = '2026-03-02T12:00:00.000Z';
const visit = { status: 'in_progress', ends_at: '2026-03-02T13:00:00.000Z', nights: null } as const;
const stay = { status: 'checked_in', ends_at: '2026-03-05T14:00:00.000Z', nights: 3 } as const;

describe('earlyPickUp', () => {
  it.each([
    ['a visit half an hour before its end', visit, '2026-03-02T12:30:00Z', { nights: 0 }],
    ['a visit five minutes before its end', visit, '2026-03-02T12:55:00Z', undefined],
    ['a visit that has not begun', { ...visit, status: 'confirmed' as const }, '2026-03-02T12:30:00Z', undefined],
    ['a stay a day before its last one', stay, '2026-03-04T22:00:00Z', { nights: 1 }],
    ['a stay after midnight UTC, which is still the day before', stay, '2026-03-04T01:00:00Z', { nights: 2 }],
    ['a stay on its last day', stay, '2026-03-05T10:00:00Z', undefined],
  ])('judges %s', (_, row, now, expected) => {
    expect(earlyPickUp(row, Date.parse(now), TIME)).toEqual(expected);
  });
});

describe('shownEnd', () => {
  it('is the time at which the pets left early', () => {
    expect(shownEnd({ starts_at, ends_at: visit.ends_at, completed_at: '2026-03-02T12:30:00.000Z' })).toBe(
      '2026-03-02T12:30:00.000Z',
    );
    expect(shownEnd({ starts_at, ends_at: visit.ends_at, completed_at: '2026-03-02T14:30:00.000Z' })).toBe(
      visit.ends_at,
    );
    expect(shownEnd({ starts_at, ends_at: visit.ends_at, completed_at: null })).toBe(visit.ends_at);
  });

  it('is the start of a visit that was completed before it', () => {
    expect(shownEnd({ starts_at, ends_at: visit.ends_at, completed_at: '2026-03-02T11:55:00.000Z' })).toBe(starts_at);
  });
});
