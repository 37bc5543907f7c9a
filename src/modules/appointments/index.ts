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
} from './catalog/index.js';
export { type AppointmentStatus, statusOf } from './claims/booking-status.js';
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
export type { Appointment } from './schemas/appointment.schema.js';
export { SlotsService } from './slots/slots.service.js';
export { PublicBookingModule } from './public/public-booking.module.js';
export { SeriesModule } from './series/series.module.js';
export { WaitlistModule } from './waitlist/waitlist.module.js';
