import {
  alternativesNear,
  type AvailabilityGrid,
  type BookingPlan,
  type DateRange,
  type DayRefusals,
  type DaySlots,
  explainRefusals,
  planFor,
  type RefusedStart,
  type Refusal,
  searchSlots,
  type Slot,
  type SearchRequest,
} from '../engine/index.js';
import type { ResolvedVisit, VisitRefusal } from './visit-request-resolver.js';
import { asValidation } from './request.errors.js';

export type SlotRule = Refusal | VisitRefusal;

/** Rules that only mean that the time is taken. */
const TAKEN_RULES: readonly SlotRule[] = ['STAFF_BUSY', 'RESOURCE_BUSY', 'QUOTA_FULL'];
export const isTaken = (rule: SlotRule): boolean => TAKEN_RULES.includes(rule);

export type Planned = { readonly plan: BookingPlan } | { readonly refusal: SlotRule };

/** Every day of the range, with the slots of all ways to do the visit. */
export function searchVisit(grid: AvailabilityGrid, visit: ResolvedVisit, range: DateRange, now: Date): DaySlots[] {
  const found = requestsFor(grid, visit, now).map((request) =>
    asValidation('service_id', () => searchSlots(grid, { ...request, ...range }).byDay()),
  );
  if (found.length === 1) return found[0] as DaySlots[];
  return datesOf(range).map((date, index) => ({
    date,
    slots: mergeSlots(found.flatMap((days) => days[index]?.slots ?? [])),
  }));
}

/** Starts that no way allows, with the rule that refuses the first way. */
export function explainVisit(grid: AvailabilityGrid, visit: ResolvedVisit, range: DateRange, now: Date): DayRefusals[] {
  const requests = requestsFor(grid, visit, now);
  const refused = requests.map((request) =>
    asValidation('service_id', () => explainRefusals(grid, { ...request, ...range })),
  );
  return datesOf(range).map((date, index) => {
    const [first = [], ...others] = refused.map((days) => days[index]?.refused ?? []);
    const isRefusedBy = (list: readonly RefusedStart[], { starts_at }: RefusedStart): boolean =>
      list.some((one) => one.starts_at.getTime() === starts_at.getTime());
    return { date, refused: first.filter((start) => others.every((list) => isRefusedBy(list, start))) };
  });
}

/** The plan of a start or the rule that refuses it. @param anyMinute allows starts between steps of 5 minutes */
export function planVisit(
  grid: AvailabilityGrid,
  visit: ResolvedVisit,
  start: Date,
  now: Date,
  anyMinute = false,
): Planned {
  if (visit.refusal) return { refusal: visit.refusal };
  let refusal: SlotRule = 'SERVICE_INACTIVE';
  for (const request of requestsFor(grid, visit, now)) {
    const answer = asValidation('service_id', () => planFor(grid, { ...request, any_minute: anyMinute }, start));
    if (answer.ok) return { plan: answer.plan };
    if (!isTaken(refusal)) ({ refusal } = answer);
  }
  return { refusal };
}

export function alternativesFor(
  grid: AvailabilityGrid,
  visit: ResolvedVisit,
  range: DateRange,
  wanted: Date,
  limit: number,
): Slot[] {
  const distance = ({ starts_at }: Slot): number => Math.abs(starts_at.getTime() - wanted.getTime());
  const now = new Date();
  return requestsFor(grid, visit, now)
    .flatMap((request) =>
      asValidation('service_id', () => alternativesNear(grid, { ...request, ...range }, wanted, limit)),
    )
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, limit);
}

function requestsFor({ compiled }: AvailabilityGrid, { requests, refusal }: ResolvedVisit, now: Date): SearchRequest[] {
  if (refusal) return [];
  const isKnown = ({ service_id, pets = [] }: ResolvedVisit['requests'][number]): boolean =>
    [service_id, ...pets.map((pet) => pet.service_id ?? service_id)].every((id) => compiled.services.has(id));
  return requests.filter(isKnown).map((request) => ({ ...request, now }));
}

function mergeSlots(slots: readonly Slot[]): Slot[] {
  const same = Map.groupBy(slots, ({ starts_at, ends_at }) => `${starts_at.getTime()}|${ends_at.getTime()}`);
  return [...same.values()]
    .map((group) => ({ ...(group[0] as Slot), staff_ids: [...new Set(group.flatMap(({ staff_ids }) => staff_ids))] }))
    .sort(
      (one, other) =>
        one.starts_at.getTime() - other.starts_at.getTime() || one.ends_at.getTime() - other.ends_at.getTime(),
    );
}

const DAY_MS = 86_400_000;

export function datesOf(range: DateRange): string[] {
  return Array.from({ length: daysIn(range) }, (_, index) => dateAfter(range.from, index));
}

export function daysIn({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, date.length);
}
