import { useQueries } from '@tanstack/react-query';
import type { Service } from '#web/features/services/services-queries.ts';
import type { TermsOfSlot, Visit } from './booking-choice.ts';
import { cheapestOf, type Quote, quoteQuery, quotesOfAnybody } from './booking-queries.ts';

/** The price of the person who will do the visit at the chosen slot. While that person is not known: the lowest price, with `isFrom`. */
export function useSlotQuote(
  service: Service,
  visit: Visit,
  chosen: TermsOfSlot | undefined,
): { quote: Quote | undefined; isFrom: boolean } {
  const termsOf = chosen?.termsOf;
  const query = termsOf ? quoteQuery(service._id, { ...visit, staff_id: termsOf }) : quoteQuery(service._id, visit);
  const isKnown = visit.staff_id !== undefined || termsOf !== undefined;
  return useQueries({
    queries: isKnown ? [query] : quotesOfAnybody(service, visit),
    combine: (answers) => cheapestOf(answers.map(({ data }) => data)),
  });
}
