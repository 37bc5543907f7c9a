import { onEvent } from '#web/lib/live/event-handlers.ts';
import { storeAppointment } from './appointments-queries.ts';
import type { Appointment } from './contact-appointments.ts';

/** Updates loaded appointments by live events. Call it once. */
export function followAppointments(): void {
  const store = ({ appointment }: { appointment: Appointment }) => storeAppointment(appointment);
  onEvent('appointment:held', store);
  onEvent('appointment:created', store);
  onEvent('appointment:updated', store);
  onEvent('appointment:cancelled', store);
}
