export { toAppointmentView, type AppointmentView } from './appointment.view.js';
export type {} from './appointments.events.js';
export { AppointmentsModule } from './appointments.module.js';
export { BookingService } from './booking/booking.service.js';
export type { BookingActor, BookWish, ConfirmWish, HoldWish, ChangeWish } from './booking/booking.types.js';
export {
  BookingCatalogModule,
  CreateResourceDto,
  CreateServiceDto,
  PutScheduleDto,
  ResourcesService,
  ResourceTypesService,
  ServicesService,
  StaffSchedulesService,
} from '../catalog/index.js';
export { type AppointmentStatus, statusOf } from '../reservations/booking-status.js';
export {
  dueLapsedHolds,
  lanesOfQuotas,
  linesOfAppointments,
  moneyOfAppointments,
  moneyOfServices,
  servicesOfAppointments,
  unmarkedServices,
  windowsOfWaitlist,
  changesOfAppointments,
} from './migrations/index.js';
export type { Appointment } from '../reservations/schemas/appointment.schema.js';
export { SlotsService } from '../availability/slots.service.js';
export { PublicBookingModule } from '../online-booking/public-booking.module.js';
export { SeriesModule } from '../appointment-series/series.module.js';
export { WaitlistModule } from '../waitlist/waitlist.module.js';
