import { addDays, dateOf, instantOf, listTime } from './company-time.ts';

const saoPaulo = { zone: 'America/Sao_Paulo', locale: 'en' };
const santiago = { zone: 'America/Santiago', locale: 'en' };
const lisbon = { zone: 'Europe/Lisbon', locale: 'en' };

describe("the company's time", () => {
  it('uses the date of the zone, not of the browser', () => {
    expect(dateOf('2026-03-02T01:30:00Z', saoPaulo)).toBe('2026-03-01');
    expect(dateOf('2026-03-02T01:30:00Z', lisbon)).toBe('2026-03-02');
  });

  it('finds the instant of a wall clock on both sides of a clock change', () => {
    expect(instantOf('2026-03-02', '09:00', saoPaulo).toISOString()).toBe('2026-03-02T12:00:00.000Z');
    expect(instantOf('2026-03-28', '09:00', lisbon).toISOString()).toBe('2026-03-28T09:00:00.000Z');
    expect(instantOf('2026-03-30', '09:00', lisbon).toISOString()).toBe('2026-03-30T08:00:00.000Z');
    expect(instantOf('2026-09-07', '09:00', santiago).toISOString()).toBe('2026-09-07T12:00:00.000Z');
  });

  it('adds days over the end of a month', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  });

  it('shows the clock today, the weekday before, and the date after six days', () => {
    const now = Date.parse('2026-03-10T15:00:00Z');
    expect(listTime('2026-03-10T12:05:00Z', saoPaulo, now)).toBe('09:05');
    expect(listTime('2026-03-08T12:05:00Z', saoPaulo, now)).toBe('Sun');
    expect(listTime('2026-02-20T12:05:00Z', saoPaulo, now)).toBe('Feb 20');
  });
});
