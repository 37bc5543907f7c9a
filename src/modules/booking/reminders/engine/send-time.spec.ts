import fc from 'fast-check';
import { QuietHours } from './quiet-hours.js';
import { dueBefore } from './rule-timing.js';
import { dueTimesFor, sendTimeOf } from './send-time.js';

const HOUR_MS = 3_600_000;
const USUAL = { from: '21:00', to: '08:00' };
const rule = (minutes_before: number) =>
  ({ kind: 'reminder', minutes_before, days_after: null, hours_after: null }) as const;
const sentAt = (start: string, minutes: number, quiet: QuietHours): string | undefined =>
  sendTimeOf(dueBefore(new Date(start), rule(minutes)), quiet)?.at.toISOString();

describe('the time of sending', () => {
  const utc = new QuietHours(USUAL, 'UTC');

  it.each([
    ['at its time', '2030-01-07T15:00:00Z', 1_440, '2030-01-06T15:00:00.000Z'],
    ['at the end of quiet hours', '2030-01-07T07:00:00Z', 1_440, '2030-01-06T08:00:00.000Z'],
    ['at the end of quiet hours, on the day itself', '2030-01-07T22:00:00Z', 1_440, '2030-01-07T08:00:00.000Z'],
    ['on the evening before an early visit', '2030-01-07T08:30:00Z', 120, '2030-01-06T20:30:00.000Z'],
  ])('is %s', (_, start, minutes, at) => {
    expect(sentAt(start, minutes, utc)).toBe(at);
  });

  it.each([
    // The clock goes forward on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00.
    ['forward', '2026-03-29T08:30:00+02:00', '2026-03-28T19:30:00.000Z'],
    ['back', '2026-10-25T08:30:00+01:00', '2026-10-24T18:30:00.000Z'],
  ])('keeps the wall time of quiet hours while the clock goes %s', (_, start, at) => {
    expect(sentAt(start, 120, new QuietHours(USUAL, 'Europe/Berlin'))).toBe(at);
  });

  const zones = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/London');
  const times = fc.constantFrom('00:00', '01:30', '02:30', '06:00', '08:00', '12:00', '21:00', '23:30');
  const starts = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

  it('is never in quiet hours, never after the visit, and within the period that is searched', () => {
    fc.assert(
      fc.property(zones, times, times, starts, fc.integer({ min: 15, max: 4_320 }), (zone, from, to, at, minutes) => {
        const quiet = new QuietHours({ from, to }, zone);
        const start = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const due = dueBefore(start, rule(minutes));
        const time = sendTimeOf(due, quiet);
        if (!time) return true;
        const searched = dueTimesFor(new Date(time.at.getTime() - 60_000), time.at, quiet);
        const isShort = quiet.at(time.at) !== null && due.at !== time.at;
        return (
          (isShort || quiet.at(time.at) === null) &&
          time.at < start &&
          time.at < time.until &&
          due.at > new Date(searched.after.getTime() - 1) &&
          due.at <= searched.until &&
          start.getTime() - time.at.getTime() <= minutes * 60_000 + 25 * HOUR_MS
        );
      }),
    );
  });
});
