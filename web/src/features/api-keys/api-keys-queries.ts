import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

const MAX_KEYS = 50;

/** The keys of the company, the oldest first. */
export const apiKeysQuery = {
  queryKey: ['api-keys'] as const,
  queryFn: async (): Promise<Schemas['ApiKeyDto'][]> =>
    (await call(api.GET('/api/v1/api-keys', { params: { query: { limit: MAX_KEYS } } }))).items,
  // Keys are used by programs, and no live event reports it.
  staleTime: 0,
};

/** What the user may give to a key. */
export const keyPermissionsQuery = {
  queryKey: ['api-key-permissions'] as const,
  queryFn: async () => (await call(api.GET('/api/v1/api-keys/permissions'))).items,
};

export async function createApiKey(body: Schemas['CreateApiKeyDto']): Promise<Schemas['CreatedApiKeyDto']> {
  const made = await call(api.POST('/api/v1/api-keys', { body }));
  void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
  return made;
}

export async function deleteApiKey(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
}
