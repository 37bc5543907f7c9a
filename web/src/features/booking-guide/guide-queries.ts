import { queryOptions } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { addDays } from '#web/lib/time/company-time.ts';
import type { Service } from '#web/features/services/services-queries.ts';

const DAYS = 7;

/**
 * The free times that a customer sees on the public page from this day on, for a week.
 *
 * @param size a name of the booking settings; a price by size needs one
 */
export const freeTimesQuery = (slug: string, service: Service, from: string, size: string | undefined) =>
  queryOptions({
    queryKey: ['free-times', slug, service._id, service.version, from, size] as const,
    queryFn: () => {
      const [species = 'dog'] = service.accepted_species;
      const pets = JSON.stringify([{ species, ...(size === undefined ? {} : { size }) }]);
      const query = { service_id: service._id, from, to: addDays(from, DAYS - 1), pets };
      const nights = service.kind === 'boarding' ? { nights: service.min_nights ?? 1 } : {};
      const params = { path: { companySlug: slug }, query: { ...query, ...nights } };
      return call(api.GET('/api/v1/public/{companySlug}/slots', { params }));
    },
  });
