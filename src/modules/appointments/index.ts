export { AppointmentsModule } from './appointments.module.js';
export { type AppointmentStatus, statusOf } from './claims/booking-status.js';
export type { Appointment } from './schemas/appointment.schema.js';
