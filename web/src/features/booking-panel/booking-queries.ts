import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { addDays } from '#web/lib/time/company-time.ts';
import { peopleByTerms } from '#web/features/services/pet-matrix.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import type { Slot, Visit } from './booking-choice.ts';

export type Quote = Schemas['QuoteDto'];
export type Finding = Schemas['FindingDto'];
export type UnmetGates = Schemas['UnmetGatesDto'];

/** Days whose free times are shown at once. */
export const SHOWN_DAYS = 7;

const MAX_FOUND = 8;

const slotsKey = ['booking', 'slots'] as const;

/** Duration and price of a visit. */
export const quoteQuery = (serviceId: string, visit: Visit) =>
  queryOptions({
    queryKey: ['booking', 'quote', serviceId, visit] as const,
    queryFn: () => call(api.GET('/api/v1/services/{id}/quote', { params: { path: { id: serviceId }, query: visit } })),
  });

/** The quotes of a visit with anybody: one for each person with own terms, and one for all others. */
export const quotesOfAnybody = (service: Service, visit: Visit) =>
  peopleByTerms(service).map((staff_id) => quoteQuery(service._id, staff_id === null ? visit : { ...visit, staff_id }));

/** The cheapest of the quotes, and whether others cost more. */
export function cheapestOf(quotes: readonly (Quote | undefined)[]): { quote: Quote | undefined; isFrom: boolean } {
  const known = quotes.filter((quote) => quote !== undefined);
  const [quote] = known.toSorted((one, other) => one.price - other.price);
  return { quote, isFrom: known.some(({ price }) => price !== quote?.price) };
}

/** The free times of a week. */
export const slotsQuery = (serviceId: string, visit: Visit, from: string) =>
  queryOptions({
    queryKey: [...slotsKey, serviceId, visit, from] as const,
    staleTime: 0,
    queryFn: ({ signal }) => {
      const query = { service_id: serviceId, ...visit, from, to: addDays(from, SHOWN_DAYS - 1) };
      return call(api.GET('/api/v1/appointments/slots', { params: { query }, signal }));
    },
  });

/** The gates that the visit would not meet. */
export const unmetGatesQuery = (contactId: string, serviceId: string, pet_ids: string[], slot: Slot) =>
  queryOptions({
    queryKey: ['booking', 'unmet-gates', contactId, serviceId, pet_ids, slot.starts_at, slot.ends_at] as const,
    staleTime: 0,
    queryFn: () => {
      const { starts_at, ends_at } = slot;
      const query = { contact_id: contactId, service_id: serviceId, pet_ids, starts_at, ends_at };
      return call(api.GET('/api/v1/appointments/unmet-gates', { params: { query } }));
    },
  });

/** The first customers whose name, phone or e-mail address begins with the words. */
export const foundContactsQuery = (q: string) =>
  queryOptions({
    queryKey: ['contacts', 'found', q] as const,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const query = { limit: MAX_FOUND, ...(q === '' ? {} : { q }) };
      return (await call(api.GET('/api/v1/contacts', { params: { query }, signal }))).items;
    },
  });

export const readSlotsAgain = (): void => invalidateSoon(slotsKey);

// A module runs once, however often the panel is opened.
onEvent('appointment:held', readSlotsAgain);
onEvent('appointment:created', readSlotsAgain);
onEvent('appointment:updated', readSlotsAgain);
onEvent('appointment:cancelled', readSlotsAgain);
