import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentView } from './appointment.view.js';

/** A change of an appointment, by its name in socket events and in the event log. */
export type PublishedEvent = 'held' | 'created' | 'updated' | 'cancelled';

@RealtimeGateway('appointment:held', 'appointment:created', 'appointment:updated', 'appointment:cancelled')
export class AppointmentsGateway {
  constructor(private readonly realtime: RealtimeService) {}

  /** @returns false if the event could not be logged */
  show(scope: CompanyScope, event: PublishedEvent, appointment: AppointmentView): Promise<boolean> {
    return this.realtime.publish(scope, `appointment:${event}`, { appointment });
  }
}
