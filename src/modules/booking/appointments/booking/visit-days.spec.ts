import { assertStepTime } from './visit-days.js';

const ZONE = 'America/Sao_Paulo';
const at = (local: string): Date => new Date(`${local}:00-03:00`);
const groom = {
  state: 'CONFIRMED' as const,
  starts_at: at('2026-12-07T09:00'),
  ends_at: at('2026-12-07T10:00'),
  time_zone: ZONE,
};
const stay = { ...groom, ends_at: at('2026-12-12T12:00') };

describe('the days of a step', () => {
  it.each([
    ['groom', '2026-12-06T21:59', 'refused', groom],
    ['groom', '2026-12-06T22:00', 'allowed', groom],
    ['groom', '2026-12-07T00:00', 'allowed', groom],
    ['groom', '2026-12-08T23:59', 'allowed', groom],
    ['groom', '2026-12-09T00:00', 'refused', groom],
    ['stay', '2026-12-06T12:00', 'refused', stay],
    ['stay', '2026-12-12T23:00', 'allowed', stay],
    ['stay', '2026-12-14T00:00', 'refused', stay],
  ])('judges the check-in of a %s at %s: %s', (_what, now, expected, booking) => {
    const check = () => assertStepTime(booking, 'check_in', at(now));
    if (expected === 'allowed') expect(check).not.toThrow();
    else expect(check).toThrow(/only on its own day/);
  });

  it('accepts late records with a reason, but never early ones', () => {
    expect(() => assertStepTime(groom, 'check_in', at('2026-12-20T09:00'), true)).not.toThrow();
    expect(() => assertStepTime(groom, 'check_in', at('2026-12-01T09:00'), true)).toThrow(/only on its own day/);
  });

  it('accepts a no-show from the start on, and undoing at any time', () => {
    expect(() => assertStepTime(groom, 'no_show', at('2026-12-07T08:59'))).toThrow(/before the start time/);
    expect(() => assertStepTime(groom, 'no_show', at('2026-12-07T09:00'))).not.toThrow();
    expect(() => assertStepTime(groom, 'undo_no_show', at('2027-01-07T09:00'))).not.toThrow();
  });
});
