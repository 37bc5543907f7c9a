import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { addPage, type LoadedList } from './conversation-list.ts';
import { mergeRows, type Row } from './conversation-merge.ts';
import { listParameters, type ListQuery, sortOf } from './inbox-views.ts';

const PAGE_SIZE = 50;

export const conversationKeys = {
  rows: ['conversation'] as const,
  row: (id: string) => ['conversation', id] as const,
  lists: ['conversations'] as const,
  list: (query: ListQuery) => ['conversations', query] as const,
  counts: ['conversation-counts'] as const,
};

// A list is sorted by its rows, so those outside of the screen are kept, too.
queryClient.setQueryDefaults(['conversation'], { gcTime: Infinity });

/** The row as it is known now. */
export const rowOf = (id: string): Row | undefined => queryClient.getQueryData<Row>(conversationKeys.row(id));

/** Joins a row of the server, or of an event, into the store. */
export function storeRow(row: Row): Row {
  const merged = mergeRows(rowOf(row._id), row);
  queryClient.setQueryData(conversationKeys.row(row._id), merged);
  return merged;
}

const rowQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.row(id),
    queryFn: async () => {
      await liveReady();
      const row = await call(api.GET('/api/v1/conversations/{id}', { params: { path: { id } } }));
      return mergeRows(rowOf(id), row);
    },
  });

/** One row; a component that uses it renders again only when this row changes. */
export const useConversation = (id: string) => useQuery(rowQuery(id));

/** Reads a row again from the server. */
export async function refreshRow(id: string): Promise<Row> {
  return storeRow(await call(api.GET('/api/v1/conversations/{id}', { params: { path: { id } } })));
}

const listQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: conversationKeys.list(query),
    queryFn: async (): Promise<LoadedList> => {
      await liveReady();
      return loadPage(query, null);
    },
  });

/** The ids of a list; the rows themselves come from {@link useConversation}. */
export const useConversationList = (query: ListQuery) => useQuery(listQuery(query));

/** Loads the next page of a list and joins it. */
export async function loadMore(query: ListQuery): Promise<void> {
  const key = conversationKeys.list(query);
  const cursor = queryClient.getQueryData<LoadedList>(key)?.nextCursor;
  if (!cursor) return;
  const page = await loadPage(query, cursor);
  queryClient.setQueryData<LoadedList>(key, (list) => addPage(list, page, query, rowOf));
}

async function loadPage(query: ListQuery, cursor: string | null): Promise<LoadedList> {
  const { items, nextCursor } = await call(
    api.GET('/api/v1/conversations', {
      params: {
        query: {
          limit: PAGE_SIZE,
          sort: sortOf(query),
          ...listParameters(query),
          ...(cursor === null ? {} : { cursor }),
        },
      },
    }),
  );
  return { ids: items.map((row) => storeRow(row)._id), nextCursor };
}
