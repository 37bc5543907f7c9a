import type { BookingEventType } from '../reservations/index.js';
import type { AppointmentView } from './appointment.view.js';

export interface AppointmentEvent {
  companyId: string;
  appointmentId: string;
  type: BookingEventType;
}

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    'appointment.held': AppointmentEvent;
    'appointment.created': AppointmentEvent;
    /** Any other change; `type` says which. */
    'appointment.updated': AppointmentEvent;
    /** An appointment was cancelled, or a hold ended; the time is free again. */
    'appointment.cancelled': AppointmentEvent;
    /** Ids are hex. A clearance of a pet was recorded or revoked. */
    'clearances.changed': { companyId: string; clearanceId: string; petId: string; deleted: boolean };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'appointment:held': { seq: number; appointment: AppointmentView };
    'appointment:created': { seq: number; appointment: AppointmentView };
    'appointment:updated': { seq: number; appointment: AppointmentView };
    'appointment:cancelled': { seq: number; appointment: AppointmentView };
  }
}
