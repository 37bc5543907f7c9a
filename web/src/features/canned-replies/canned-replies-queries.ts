import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';

export type CannedReply = Schemas['CannedReplyDto'];

const PAGE_SIZE = 100;
/** No live event reports a change. */
const FRESH_MS = 60_000;

const cannedRepliesQuery = queryOptions({
  queryKey: ['canned-replies'] as const,
  staleTime: FRESH_MS,
  queryFn: async (): Promise<CannedReply[]> => {
    const replies: CannedReply[] = [];
    let cursor: string | null = null;
    do {
      const page: Schemas['CannedReplyPageDto'] = await call(
        api.GET('/api/v1/canned-replies', {
          params: { query: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } },
        }),
      );
      replies.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return replies;
  },
});

/** The canned replies of the company, read at the first use. */
export const useCannedReplies = (isAsked: boolean): readonly CannedReply[] =>
  useQuery({ ...cannedRepliesQuery, enabled: isAsked }).data ?? [];
