export {
  APPOINTMENT_SOURCES,
  type AppointmentDetails,
  type AppointmentLine,
  type AppointmentSource,
  type FreedTime,
  type GateFinding,
  type PendingReason,
  type RuleOverride,
} from './appointment-details.js';
export {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  SETTABLE_STATES,
  type SettableStatus,
  statesOf,
  statusOf,
} from './booking-status.js';
export { isOverbookable } from './overbookable.js';
export { type BookingStep, stepBetween, stepRule } from './booking-steps.js';
export {
  assertVersion,
  bookingBusy,
  holdExpired,
  invalidTransition,
  SlotTaken,
  stillPending,
} from './booking.errors.js';
export {
  BOOKING_STATES,
  type BookingEvent,
  type BookingEventType,
  type BookingState,
  type CellKind,
  COMMITTED_STATES,
  isCommitted,
  isDead,
  isTentative,
  type Leg,
  type WantedLeg,
  type Overbook,
  type StoredBooking,
  type PublishRetry,
  TENTATIVE_STATES,
} from './booking.js';
export type { ChangeDetails } from './booking-store.js';
export { ReservationsService } from './reservations.service.js';
export { ClaimChanges } from './claim-changes.js';
export { ReservationsModule } from './reservations.module.js';
export {
  isPetBookable,
  petBookable,
  petOfBookable,
  PLACES_OF_PET,
  PLACES_OF_PET_WITH_OVERRIDE,
} from './pet-bookables.js';
export { OccupancyReader, type OccupancyPeriod } from './occupancy-reader.js';
export { DiaryRepository } from './diary.repository.js';
export { Appointment } from './schemas/appointment.schema.js';
export {
  APPOINTMENT_ORDERS,
  type AppointmentFacts,
  type AppointmentFilters,
  type AppointmentOrder,
  AppointmentsRepository,
} from './appointments.repository.js';
export { type Charged, ChargesRepository } from './charges.repository.js';
export { type VisitFacts, VisitsRepository } from './visits.repository.js';
