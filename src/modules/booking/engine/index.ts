export { alternativesNear, fitScore, gapsAround } from './alternatives.js';
export { AvailabilityGrid, type DateRange, type Occupancy } from './availability-grid.js';
export {
  BASE_MINUTES,
  CELL_KINDS,
  type CellKind,
  type CellRange,
  isLocalKind,
  isQuotaBookable,
  type LegRequest,
  poolBookable,
  quotaBookable,
  staffBookable,
  type TakenRange,
} from './cells.js';
export { type CompiledRules, compileRules } from './compile.js';
export { type DayRefusals, explainRefusals, type RefusedStart } from './explain.js';
export { MAX_NIGHTS } from './grid-layout.js';
export type { PetFilter, PetTraits } from './pets.js';
export { type BookingPlan, planFor, type PlannedLine, type PlannedSegment } from './plan.js';
export { type BookedLine, quotaLegsOfBooked } from './quotas.js';
export { type Refusal, REFUSALS } from './refusals.js';
export type * from './rules.js';
export { type SearchQuery, searchSlots } from './search.js';
export { type DaySlots, type Slot, SlotSet } from './slots.js';
export { MAX_PETS } from './visit.js';
export type { PetRequest, SearchRequest } from './visit.types.js';
export { CELL_MINUTES, cellAt, cellsTouched } from './cells.js';
export { LegBuilder } from './leg-builder.js';
export { scaleMinutes } from './pricing.js';
export {
  dateOf,
  dayNumberOf,
  instantOf,
  minuteRoundedUp,
  minuteOf,
  wallMinuteOf,
  weekdayOf,
} from './time/local-time.js';
export { CompanyDays } from './time/company-days.js';
export { ZoneTable } from './time/zone-table.js';
export { readSchedule, workingPeriods } from './windows.js';
export { resolveVisit } from './visit.js';
