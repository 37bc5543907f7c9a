import { isRenewable, isRenewalDue } from './renewal-time.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2027-01-31T12:00:00Z');
const daysFromNow = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);

const known = (age: number, left: number) => ({
  refreshed_at: daysFromNow(-age),
  expires_at: daysFromNow(left),
  stored_at: daysFromNow(-age),
});

describe('the time to renew a token of Instagram Login', () => {
  it.each([
    [0.5, 59.5, false, false],
    [1, 59, true, false],
    [29.9, 30.1, true, false],
    [30, 30, true, true],
    [54, 6, true, true],
    // A token with a short life.
    [2, 5, true, true],
  ])('is, %d days after the last renewal and %d days before the end: allowed %s, due %s', (age, left, allowed, due) => {
    expect([isRenewable(known(age, left), NOW), isRenewalDue(known(age, left), NOW)]).toEqual([allowed, due]);
  });

  it('is a day after the connect for a token of unknown age', () => {
    const unknown = { refreshed_at: null, expires_at: null };
    const dueAfter = (days: number) => isRenewalDue({ ...unknown, stored_at: daysFromNow(-days) }, NOW);
    expect([dueAfter(0.9), dueAfter(1)]).toEqual([false, true]);
    expect(isRenewalDue({ ...unknown, stored_at: null }, NOW)).toBe(true);
  });
});
