import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { conversationKeys } from './conversations-queries.ts';
import type { LabelView } from './inbox-views.ts';

export type ViewCounts = Schemas['ViewCountsDto']['counts'];

/** The API counts at most this many views in one request. */
const MOST_VIEWS = 50;

/** How many conversations each ready-made view has; undefined until the server has counted. */
export const useCounts = (): ViewCounts | undefined =>
  useQuery({ queryKey: conversationKeys.counts, queryFn: () => readCounts() }).data;

/** How many conversations each view by a label has; undefined until the server has counted. */
export function useLabelCounts(labelViews: readonly LabelView[]): ViewCounts | undefined {
  const views = labelViews.slice(0, MOST_VIEWS);
  return useQuery({
    queryKey: [...conversationKeys.counts, views],
    queryFn: () => readCounts(views),
    enabled: views.length > 0,
    placeholderData: (before) => before,
  }).data;
}

async function readCounts(views?: readonly LabelView[]): Promise<ViewCounts> {
  await liveReady();
  const query = views ? { views: views.join() } : {};
  return (await call(api.GET('/api/v1/conversations/counts', { params: { query } }))).counts;
}
