export { BookingCatalogModule } from './booking-catalog.module.js';
export type {} from './catalog.events.js';
export type { Closure, ClosureScope } from './closures/closure.schema.js';
export {
  AppointmentLookups,
  type AppointmentsHit,
  type FutureUse,
  type HitAppointment,
  type Period,
} from './ports/appointment-lookups.js';
export type { Quota } from './quotas/quota.schema.js';
export { LocalDays } from './local-days.js';
export { CreateResourceDto } from './resources/dto/resource-input.dto.js';
export type { Resource } from './resources/resource.schema.js';
export type { ResourceType } from './resources/resource-type.schema.js';
export { ResourceTypesService } from './resources/resource-types.service.js';
export { ResourcesService } from './resources/resources.service.js';
export { PutScheduleDto } from './schedules/dto/schedule.dto.js';
export type { StaffSchedule } from './schedules/staff-schedule.schema.js';
export { StaffSchedulesService } from './schedules/staff-schedules.service.js';
export { CreateServiceDto } from './services/dto/service-input.dto.js';
export { type GateDto, type PetsRuleDto, PolicyDto } from './services/dto/service-parts.dto.js';
export { type BookableService, SERVICE_KINDS, type ServiceKind } from './services/service.schema.js';
export { ServicesService } from './services/services.service.js';
export { BookingSettingsService } from './settings/booking-settings.service.js';
export type { BookingSettingsDto, QuietHoursDto } from './settings/dto/settings.dto.js';
export { toBookingRules } from './rules/booking-rules.js';
export { asDoneBy } from './rules/service-rules.js';
export { quoteVisit, type VisitQuote } from './rules/visit-quote.js';
export { BookingCatalog } from './snapshot/booking-catalog.js';
export type { CatalogSnapshot, CatalogStaff } from './snapshot/catalog-snapshot.js';
export { StaffDirectory } from './staff-directory.js';
export { occurrencesOf } from './time-off/occurrences.js';
export type { TimeOff } from './time-off/time-off.schema.js';
export { CURRENCY, PRICE } from './fields/documented-fields.js';
export {
  Choice,
  DayOrInstant,
  EndOfWindow,
  Flag,
  Id,
  Ids,
  Instant,
  LocalDate,
  Money,
  Part,
  Parts,
  QueryFlag,
  QueryParts,
  Text,
  Texts,
  TimeOfDay,
  Weight,
  WholeNumber,
} from './fields/field.decorators.js';
export { toServiceRules } from './rules/service-rules.js';
