import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { RunsSearch } from './runs-search.ts';

const PAGE_SIZE = 25;
/** Number of runs of one conversation that the side panel reads. */
const LAST_RUNS = 4;

export const runKeys = {
  lists: ['flow-runs', 'list'] as const,
  list: (search: RunsSearch) => ['flow-runs', 'list', search] as const,
  one: (id: string) => ['flow-runs', 'one', id] as const,
  ofConversation: (id: string) => ['flow-runs', 'conversation', id] as const,
  stats: (flowId: string) => ['flow-runs', 'stats', flowId] as const,
};

/** The runs of the filters, the newest first. */
export const runsQuery = (search: RunsSearch) =>
  infiniteQueryOptions({
    queryKey: runKeys.list(search),
    queryFn: async ({ pageParam: cursor }) => {
      await liveReady();
      const { flow, conversation, status } = search;
      const query = {
        limit: PAGE_SIZE,
        ...(flow === undefined ? {} : { flow_id: flow }),
        ...(conversation === undefined ? {} : { conversation_id: conversation }),
        ...(status === undefined ? {} : { status }),
        ...(cursor === null ? {} : { cursor }),
      };
      return call(api.GET('/api/v1/flow-runs', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** One run with its steps. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: runKeys.one(id),
    queryFn: async () => {
      await liveReady();
      return call(api.GET('/api/v1/flow-runs/{id}', { params: { path: { id } } }));
    },
  });

/** The newest runs of a conversation. The first one is active while it has no end. */
export const conversationRunsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: runKeys.ofConversation(conversationId),
    queryFn: async () => {
      await liveReady();
      const query = { conversation_id: conversationId, limit: LAST_RUNS };
      return (await call(api.GET('/api/v1/flow-runs', { params: { query } }))).items;
    },
  });

/** Ends a run. */
export async function stopRun(id: string): Promise<void> {
  await call(api.POST('/api/v1/flow-runs/{id}/stop', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: ['flow-runs'] });
}

const STATS_FRESH_MS = 60_000;

/** How many runs came to each step in the last seven days, and how many ended there. */
export const statsQuery = (flowId: string) =>
  queryOptions({
    queryKey: runKeys.stats(flowId),
    staleTime: STATS_FRESH_MS,
    queryFn: () => call(api.GET('/api/v1/flows/{id}/stats', { params: { path: { id: flowId } } })),
  });
