import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Service = Schemas['ServiceDto'];
/** The fields that a person may set; the API has defaults for most of them. */
export type ServiceFields = Partial<Schemas['CreateServiceDto']>;

/** No live event reports a change. */
const FRESH_MS = 60_000;

/** All services of the company, the oldest first. */
export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'] as const,
  staleTime: FRESH_MS,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/services', { params: { query } }))),
});

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['services', 'one', id] as const,
    // The form keeps what it has read, so each opening reads anew.
    gcTime: 0,
    queryFn: () => call(api.GET('/api/v1/services/{id}', { params: { path: { id } } })),
  });

/**
 * The name of a service; undefined until the services are loaded, and for one that was deleted.
 * @param known the name that came with the row; the services are not read where it did
 */
export function useServiceName(id: string, known: string | null | undefined): string | undefined {
  const { data } = useQuery({ ...servicesQuery, enabled: known === undefined });
  return known ?? data?.find(({ _id }) => _id === id)?.name;
}

export async function addService(fields: ServiceFields): Promise<Service> {
  // The generated type demands the fields that have defaults.
  const service = await call(api.POST('/api/v1/services', { body: fields as Schemas['CreateServiceDto'] }));
  await readServicesAgain();
  return service;
}

/** Changes a service; refused if a colleague has changed it since it was read. */
export async function changeService({ _id, version }: Service, fields: ServiceFields): Promise<Service> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  const service = await call(
    api.PATCH('/api/v1/services/{id}', { params, body: fields as Schemas['UpdateServiceDto'] }),
  );
  await readServicesAgain();
  return service;
}

export async function deleteService(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/services/{id}', { params: { path: { id } } }));
  queryClient.removeQueries({ queryKey: serviceQuery(id).queryKey });
  await queryClient.invalidateQueries({ queryKey: servicesQuery.queryKey });
}

/** Reads the list and all opened services again. */
export const readServicesAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['services'] });
