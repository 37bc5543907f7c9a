import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentView } from './appointment.view.js';

/** What happened to an appointment, as sockets and the event log name it. */
export type PublishedEvent = 'held' | 'created' | 'updated' | 'cancelled';

/** Tells the sockets of a company about its appointments. */
@RealtimeGateway('appointment:held', 'appointment:created', 'appointment:updated', 'appointment:cancelled')
export class AppointmentsGateway {
  constructor(private readonly realtime: RealtimeService) {}

  /** @returns false if the event could not be logged */
  show(scope: CompanyScope, event: PublishedEvent, appointment: AppointmentView): Promise<boolean> {
    return this.realtime.publish(scope, `appointment:${event}`, { appointment });
  }
}
