/** Small rules for tests: a salon in Lisbon with one groomer, open on weekdays from nine to five, on 2026-03-02 (a Monday). */
import {
  AvailabilityGrid,
  type BookingRules,
  compileRules,
  type Occupancy,
  type SearchQuery,
  searchSlots,
} from '../../../src/modules/booking/engine/index.js';
import type { ServiceRules, StaffRules } from '../../../src/modules/booking/engine/rules.js';

export const MONDAY = '2026-03-02';
export const at = (time: string, date = MONDAY): Date => new Date(`${date}T${time}:00Z`);

export const weekdays = (...windows: [from: string, to: string][]): StaffRules['schedule'] => ({
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, windows: windows.map(([from, to]) => ({ from, to })) })),
});

export const aStaff = (id: string, staff: Partial<StaffRules> = {}): StaffRules => ({
  id,
  schedule: weekdays(['09:00', '17:00']),
  ...staff,
});

export const aService = (service: Partial<ServiceRules> = {}): ServiceRules => ({
  id: 'groom',
  duration_min: 60,
  step_min: 60,
  price: 40,
  ...service,
});

export const someRules = (rules: Partial<BookingRules> = {}): BookingRules => ({
  time_zone: 'Europe/Lisbon',
  staff: [aStaff('ana')],
  services: [aService()],
  ...rules,
});

export const aQuery = (query: Partial<SearchQuery> = {}): SearchQuery => ({
  service_id: 'groom',
  channel: 'public',
  now: at('00:00', '2026-03-01'),
  from: MONDAY,
  to: MONDAY,
  ...query,
});

export const aGrid = (rules: BookingRules, taken: Occupancy = new Map(), to = MONDAY): AvailabilityGrid =>
  new AvailabilityGrid(compileRules(rules), { from: MONDAY, to }, taken);

/** The local times offered on the days of a query, in UTC "HH:MM" (Lisbon in winter). */
export const timesOf = (grid: AvailabilityGrid, query: SearchQuery): string[] =>
  searchSlots(grid, query)
    .byDay()
    .flatMap(({ slots }) => slots.map(({ starts_at }) => starts_at.toISOString().slice(11, 16)));

/** Cells of five minutes from ... to on a date. */
export const cells = (from: string, to: string, date = MONDAY): { from: number; to: number; count: number } => ({
  from: at(from, date).getTime() / 300_000,
  to: at(to, date).getTime() / 300_000,
  count: 1,
});
