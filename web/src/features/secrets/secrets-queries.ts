import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Secret = Schemas['SecretDto'];

/** The names of the company's secrets. */
export const secretsQuery = {
  queryKey: ['secrets'] as const,
  queryFn: async (): Promise<Secret[]> => (await call(api.GET('/api/v1/secrets'))).items,
  // Always stale, because no live event reports a colleague's change.
  staleTime: 0,
};

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: secretsQuery.queryKey });

/** Stores a value under a name. Replaces an older value. */
export async function putSecret(name: string, value: string): Promise<void> {
  await call(api.PUT('/api/v1/secrets/{name}', { params: { path: { name } }, body: { value } }));
  await readAgain();
}

export async function deleteSecret(name: string): Promise<void> {
  await call(api.DELETE('/api/v1/secrets/{name}', { params: { path: { name } } }));
  await readAgain();
}
