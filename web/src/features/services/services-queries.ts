import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';

export type Service = Schemas['ServiceDto'];

const PAGE_SIZE = 100;

async function readServices(): Promise<Service[]> {
  const services: Service[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
    const page: Schemas['ServicePageDto'] = await call(api.GET('/api/v1/services', { params: { query } }));
    services.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return services;
}

/**
 * The name of a service; undefined until the services are loaded, and for one that was deleted.
 * @param known the name that came with the row; the services are not read where it did
 */
export function useServiceName(id: string, known: string | null | undefined): string | undefined {
  const query = { queryKey: ['services', 'all'] as const, queryFn: readServices, enabled: known === undefined };
  const { data } = useQuery(query);
  return known ?? data?.find(({ _id }) => _id === id)?.name;
}
