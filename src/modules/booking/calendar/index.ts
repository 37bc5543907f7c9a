export type {} from './versions/catalog.events.js';
export {
  AppointmentLookups,
  type OverlappingAppointments,
  type FutureUse,
  type OverlappingAppointment,
  type Period,
} from './ports/appointment-lookups.js';
export { limitReached } from './calendar.errors.js';
export { CalendarModule } from './calendar.module.js';
export { type Closure, CLOSURE_SCOPES, type ClosureScope } from './closures/closure.schema.js';
export { ClosuresRepository } from './closures/closures.repository.js';
export type { ExternalBusyTime } from './external-busy/external-busy-time.schema.js';
export {
  type BusyEvent,
  type BusyPeriod,
  type ExternalCalendar,
  ExternalBusyTimesRepository,
} from './external-busy/external-busy-times.repository.js';
export { ExternalBusyTimesService } from './external-busy/external-busy-times.service.js';
export type { StaffSchedule } from './schedules/staff-schedule.schema.js';
export { StaffSchedulesRepository } from './schedules/staff-schedules.repository.js';
export { StaffDirectory } from './staff-directory.js';
export { occurrencesOf } from './time-off/occurrences.js';
export { TimeOffRepository } from './time-off/time-off.repository.js';
export { type TimeOff, TIME_OFF_STATUSES, type TimeOffStatus } from './time-off/time-off.schema.js';
export { CatalogChanges } from './versions/catalog-changes.js';
export { CatalogVersionsRepository } from './versions/catalog-versions.repository.js';
export { LocalDays } from './local-days.js';
export { PutScheduleDto } from './schedules/dto/schedule.dto.js';
export { StaffSchedulesService } from './schedules/staff-schedules.service.js';
