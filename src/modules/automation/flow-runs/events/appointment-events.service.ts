import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '../../../../core/realtime/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type Appointment, AppointmentsRepository } from '../../../booking/reservations/index.js';
import type { TriggerKind } from '../../flow-core/index.js';
import { ThreadEvents } from './thread-events.service.js';

interface LoggedAppointment {
  readonly appointment: { readonly _id: string; readonly status: string };
}

/** Turns logged events of appointments into events of flows. */
@Injectable()
export class AppointmentEvents {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly threads: ThreadEvents,
  ) {}

  async store(scope: CompanyScope, event: LoggedEvent, since: Date): Promise<void> {
    const kind = kindOf(event);
    if (!kind) return;
    const { appointment } = event.data as unknown as LoggedAppointment;
    const stored = await this.appointments.findById(scope, appointment._id);
    // A hold that ended was never an appointment.
    if (!stored?.contact_id || !stored.confirmed_at) return;
    const { _id: appointment_id, contact_id } = stored;
    await this.threads.add(scope, contact_id, { key: keyOf(kind, stored), kind, appointment_id }, since);
  }
}

function kindOf({ event, data }: LoggedEvent): TriggerKind | undefined {
  if (event === 'appointment:created') return 'appointment_created';
  if (event === 'appointment:cancelled') return 'appointment_cancelled';
  if (event !== 'appointment:updated') return undefined;
  const { status } = (data as unknown as LoggedAppointment).appointment;
  // A later change of the appointment brings the same status again; the key of the event is then the same.
  if (status === 'no_show') return 'appointment_no_show';
  return status === 'completed' ? 'appointment_completed' : undefined;
}

/** An appointment is created once; it may be cancelled, missed or completed again at another time. */
function keyOf(kind: TriggerKind, { _id, starts_at }: Appointment): string {
  const id = `appointment:${_id.toHexString()}`;
  return kind === 'appointment_created' ? `${id}:created` : `${id}:${kind}:${starts_at.toISOString()}`;
}
