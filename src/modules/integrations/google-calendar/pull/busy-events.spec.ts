import { readEvent } from '../api/google-event.js';
import { toBusyEvent } from './busy-events.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const ZONE = 'America/New_York';
const HOUR = { start: { dateTime: '2026-03-02T10:00:00-05:00' }, end: { dateTime: '2026-03-02T11:00:00-05:00' } };

describe('toBusyEvent', () => {
  const busy = (fields: object, zone = ZONE) => {
    const time = toBusyEvent(readEvent({ id: 'e1', summary: 'Dentist', ...HOUR, ...fields })!, zone, NOW);
    return time && [time.starts_at.toISOString(), time.ends_at.toISOString()];
  };

  it('reads instants with any offset', () => {
    expect(busy({})).toEqual(['2026-03-02T15:00:00.000Z', '2026-03-02T16:00:00.000Z']);
  });

  it('takes all-day events as days of the calendar, of 23 hours when the clock changes', () => {
    const day = { start: { date: '2026-03-08' }, end: { date: '2026-03-09' } };
    expect(busy(day)).toEqual(['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z']);
    expect(busy(day, 'Asia/Kathmandu')).toEqual(['2026-03-07T18:15:00.000Z', '2026-03-08T18:15:00.000Z']);
  });

  it.each([
    ['transparent', { transparency: 'transparent' }],
    ['cancelled', { status: 'cancelled' }],
    ['declined', { attendees: [{ email: 'a@b.c', self: true, responseStatus: 'declined' }] }],
    ['a working location', { eventType: 'workingLocation' }],
    ['without times', { start: undefined }],
    ['empty', { end: HOUR.start }],
    ['past', { start: { date: '2026-02-01' }, end: { date: '2026-02-02' } }],
    ['years ahead', { start: { date: '2029-02-01' }, end: { date: '2029-02-02' } }],
  ])('is free when the event is %s', (_, fields) => {
    expect(busy(fields)).toBeUndefined();
  });

  it.each([
    ['tentative', { status: 'tentative' }],
    ['declined by somebody else', { attendees: [{ email: 'a@b.c', responseStatus: 'declined' }] }],
    ['out of office', { eventType: 'outOfOffice' }],
    ['still under way', { start: { date: '2026-02-01' }, end: { date: '2026-03-05' } }],
  ])('is busy when the event is %s', (_, fields) => {
    expect(busy(fields)).toBeDefined();
  });

  it('hides the title of private events', () => {
    const event = (visibility: string) => readEvent({ id: 'e1', summary: 'Doctor', ...HOUR, visibility })!;
    expect(toBusyEvent(event('private'), ZONE, NOW)?.title).toBeNull();
    expect(toBusyEvent(event('default'), ZONE, NOW)?.title).toBe('Doctor');
  });
});
