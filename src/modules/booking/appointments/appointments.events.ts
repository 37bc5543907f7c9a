import type { BookingEventType } from '../reservations/index.js';
import type { AppointmentView } from './appointment.view.js';

/** Which appointment, and what has happened to it. Ids are hex. */
export interface AppointmentEvent {
  companyId: string;
  appointmentId: string;
  type: BookingEventType;
}

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A time was held, or a hold was moved. */
    'appointment.held': AppointmentEvent;
    /** An appointment is certain, or pending. */
    'appointment.created': AppointmentEvent;
    /** Moved, edited, checked in, begun, completed, no-show, or one of these undone: `type` says which. */
    'appointment.updated': AppointmentEvent;
    /** Cancelled, or a hold was given back or ran out: its time is free again. */
    'appointment.cancelled': AppointmentEvent;
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
