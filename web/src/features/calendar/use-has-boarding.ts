import { useQuery } from '@tanstack/react-query';
import { resourceTypesQuery } from '#web/features/resources/resources-queries.ts';
import { type Service, servicesQuery } from '#web/features/services/services-queries.ts';

/** Whether the company has kennels or a service with nights. */
export function useHasBoarding(): boolean {
  const { data: types = [] } = useQuery(resourceTypesQuery);
  const services = useBoardingServices();
  return services.length > 0 || types.some(({ cell }) => cell === 'night');
}

export function useBoardingServices(): Service[] {
  const { data: services = [] } = useQuery(servicesQuery);
  return services.filter(({ kind, active }) => kind === 'boarding' && active);
}
