import type { Appointment } from '#web/features/appointments/contact-appointments.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { timelineOf } from './contact-timeline.ts';

const row = (day: string) => ({ _id: day, last_activity_at: `${day}T10:00:00.000Z` }) as Row;
const appointment = (day: string) => ({ _id: day, starts_at: `${day}T10:00:00.000Z` }) as Appointment;

describe('the timeline of a customer', () => {
  const rows = [row('2026-03-01'), row('2026-01-01')];
  const past = [appointment('2026-03-02'), appointment('2026-02-01')];
  const days = (hasOlder: boolean) =>
    timelineOf(rows, past, hasOlder).map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`);

  it('mixes conversations and appointments, the latest first', () => {
    expect(days(false)).toEqual([
      'appointment 2026-03-02',
      'conversation 2026-03-01',
      'appointment 2026-02-01',
      'conversation 2026-01-01',
    ]);
  });

  it('ends with the oldest loaded appointment while there are older ones', () => {
    expect(days(true)).toEqual(['appointment 2026-03-02', 'conversation 2026-03-01', 'appointment 2026-02-01']);
    expect(timelineOf(rows, [], true)).toHaveLength(2);
  });
});
