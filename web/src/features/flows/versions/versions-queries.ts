import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type VersionRow = Schemas['FlowVersionRowDto'];

const PAGE_SIZE = 25;

// The beginning is that of all queries about flows, so a publication reads the versions again.
const keys = {
  list: (flowId: string) => ['flows', 'versions', flowId] as const,
  one: (flowId: string, number: number) => ['flows', 'version', flowId, number] as const,
};

/** The versions of a flow, the newest first. */
export const versionsQuery = (flowId: string) =>
  infiniteQueryOptions({
    queryKey: keys.list(flowId),
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
      return call(api.GET('/api/v1/flows/{id}/versions', { params: { path: { id: flowId }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** A version with its graph. */
export const versionQuery = (flowId: string, number: number) =>
  queryOptions({
    queryKey: keys.one(flowId, number),
    queryFn: () =>
      call(
        api.GET('/api/v1/flows/{id}/versions/{number}', { params: { path: { id: flowId, number: String(number) } } }),
      ),
  });

/** Makes a version live. */
export async function makeLive(flowId: string, number: number): Promise<void> {
  await call(api.POST('/api/v1/flows/{id}/rollback', { params: { path: { id: flowId } }, body: { number } }));
  await queryClient.invalidateQueries({ queryKey: ['flows'] });
}
