export { type Diary, DiaryReader } from './diary.js';
export { DescribedPetDto, PETS_EXAMPLE } from './dto/described-pet.dto.js';
export { Listed } from './dto/slots.dto.js';
export { LENIENCIES, type Leniency } from './lenient-rules.js';
export { localDate, localDates } from './local-date.js';
export { alternativesFor, dateAfter, isTaken, planVisit, type SlotRule } from './search.js';
export { SlotAnswers } from './slot-answers.js';
export { SlotsController } from './slots.controller.js';
export { MAX_SEARCH_DAYS, type Slots, SlotsService, type SlotsView } from './slots.service.js';
export { serviceIdOf } from './staff-variants.js';
export { UncountedVisits } from './uncounted-visits.js';
export {
  type BookingChannel,
  nightsBetween,
  resolveWish,
  traitsOf,
  type Visit,
  type VisitItem,
  Visits,
  type VisitWish,
} from './visits.js';
export { wrong } from './wishes.errors.js';
export { AvailabilityModule } from './availability.module.js';
