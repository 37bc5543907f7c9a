export { type Availability, AvailabilityCache } from './availability-cache.js';
export { durationByHand, otherTimesOf, visitRequestOf } from './booked-visit.js';
export { DescribedPetDto, PETS_EXAMPLE } from './dto/described-pet.dto.js';
export { Listed } from './dto/slots.dto.js';
export { OVERRIDE_LEVELS, type OverrideLevel } from './rules-with-override.js';
export { localDate, localDates } from './local-date.js';
export { alternativesFor, dateAfter, isTaken, planVisit, type SlotRule } from './search.js';
export { SlotResponseCache } from './slot-response-cache.js';
export { SlotsController } from './slots.controller.js';
export { MAX_SEARCH_DAYS, type Slots, SlotsService, type SlotsView } from './slots.service.js';
export { serviceIdOf } from './staff-variants.js';
export { UnclaimedQuotaUse } from './unclaimed-quota-use.js';
export {
  type BookingChannel,
  nightsBetween,
  resolveVisit,
  traitsOf,
  type ResolvedVisit,
  type VisitItem,
  VisitRequestResolver,
  type VisitRequest,
} from './visit-request-resolver.js';
export { asValidation, invalidField } from './request.errors.js';
export { AvailabilityModule } from './availability.module.js';
