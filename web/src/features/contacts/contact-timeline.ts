import type { Appointment } from '#web/features/appointments/contact-appointments.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';

/** One event of a customer: a conversation by its last activity, or an appointment by its start. */
export type TimelineEntry =
  { kind: 'conversation'; at: string; row: Row } | { kind: 'appointment'; at: string; appointment: Appointment };

/**
 * The history of a customer, the latest first.
 *
 * @param hasOlder older appointments are not loaded yet; then conversations before the oldest loaded one wait for them
 */
export function timelineOf(rows: readonly Row[], past: readonly Appointment[], hasOlder: boolean): TimelineEntry[] {
  const appointments = past.map((appointment): TimelineEntry => ({
    kind: 'appointment',
    at: appointment.starts_at,
    appointment,
  }));
  const conversations = rows.map((row): TimelineEntry => ({ kind: 'conversation', at: row.last_activity_at, row }));
  const entries = [...appointments, ...conversations].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const oldest = entries.findLastIndex(({ kind }) => kind === 'appointment');
  return hasOlder && oldest !== -1 ? entries.slice(0, oldest + 1) : entries;
}
