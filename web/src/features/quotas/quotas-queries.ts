import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Quota = Schemas['QuotaDto'];
export type QuotaFields = Schemas['CreateQuotaDto'];

/** The limits of how many pets come at once, or on a day. */
export const quotasQuery = queryOptions({
  queryKey: ['quotas'] as const,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/quotas', { params: { query } }))),
});

export async function addQuota(body: QuotaFields): Promise<void> {
  await call(api.POST('/api/v1/quotas', { body }));
  await readAgain();
}

/** Changes a limit; refused if a colleague has changed it since it was read. */
export async function changeQuota({ _id, version }: Quota, body: QuotaFields): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/quotas/{id}', { params, body })).finally(readAgain);
}

export async function deleteQuota(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/quotas/{id}', { params: { path: { id } } }));
  await readAgain();
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: quotasQuery.queryKey });
