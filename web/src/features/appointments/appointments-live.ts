import { onEvent } from '#web/lib/live/event-handlers.ts';
import { storeAppointment } from './appointments-queries.ts';
import type { Appointment } from './contact-appointments.ts';

/** Keeps loaded appointments as the events say. Call it once. */
export function followAppointments(): void {
  const store = ({ appointment }: { appointment: Appointment }) => storeAppointment(appointment);
  onEvent('appointment:held', store);
  onEvent('appointment:created', store);
  onEvent('appointment:updated', store);
  onEvent('appointment:cancelled', store);
}
