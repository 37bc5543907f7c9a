import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type CannedReply = Schemas['CannedReplyDto'];
export type CannedReplyValues = Schemas['CreateCannedReplyDto'];

const PAGE_SIZE = 100;
/** No live event reports a change. */
const FRESH_MS = 60_000;

export const cannedRepliesQuery = queryOptions({
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

/** The canned replies of the company, read at the first use; `data` is undefined until they are loaded. */
export const useCannedReplies = (isAsked: boolean) => useQuery({ ...cannedRepliesQuery, enabled: isAsked });

export async function addCannedReply(body: CannedReplyValues): Promise<void> {
  await call(api.POST('/api/v1/canned-replies', { body }));
  await readAgain();
}

/** Changes a canned reply; refused if a colleague has changed it since it was read. */
export async function changeCannedReply({ _id, version }: CannedReply, body: CannedReplyValues): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/canned-replies/{id}', { params, body }));
  await readAgain();
}

export async function deleteCannedReply(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/canned-replies/{id}', { params: { path: { id } } }));
  await readAgain();
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: cannedRepliesQuery.queryKey });
