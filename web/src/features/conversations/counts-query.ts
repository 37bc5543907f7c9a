import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { conversationKeys } from './conversations-queries.ts';

export type ViewCounts = Schemas['ViewCountsDto']['counts'];

/** How many conversations each view has; undefined until the server has counted. */
export function useCounts(): ViewCounts | undefined {
  return useQuery({ queryKey: conversationKeys.counts, queryFn: readCounts }).data;
}

async function readCounts(): Promise<ViewCounts> {
  await liveReady();
  return (await call(api.GET('/api/v1/conversations/counts'))).counts;
}
