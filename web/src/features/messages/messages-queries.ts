import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { applyStatus, mergeMessages, type Message, type Thread } from './thread-merge.ts';

const PAGE_SIZE = 50;

export const threadKey = (id: string) => ['thread', id] as const;

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: threadKey(id),
    queryFn: async (): Promise<Thread> => {
      await liveReady();
      const { messages, olderCursor } = await loadPage(id, null);
      // Events that came while the page was on its way are in the store already.
      const known = queryClient.getQueryData<Thread>(threadKey(id));
      return { messages: mergeMessages(messages, (known?.messages ?? []).filter(isAfter(messages))), olderCursor };
    },
  });

/** The loaded part of a thread. */
export const useThread = (id: string) => useQuery(threadQuery(id));

const isAfter =
  (page: readonly Message[]) =>
  ({ seq }: Message): boolean =>
    seq >= (page[0]?.seq ?? 0);

/** Loads the page before the oldest message. */
export async function loadOlder(id: string): Promise<void> {
  const cursor = queryClient.getQueryData<Thread>(threadKey(id))?.olderCursor;
  if (!cursor) return;
  const page = await loadPage(id, cursor);
  queryClient.setQueryData<Thread>(threadKey(id), (thread) => ({
    messages: mergeMessages(thread?.messages ?? [], page.messages),
    olderCursor: page.olderCursor,
  }));
}

async function loadPage(id: string, cursor: string | null): Promise<Thread> {
  const { items, nextCursor } = await call(
    api.GET('/api/v1/conversations/{id}/messages', {
      params: { path: { id }, query: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } },
    }),
  );
  return { messages: items.reverse(), olderCursor: nextCursor };
}

/** Joins a message of an answer or an event into its thread, where the thread is loaded. */
export function storeMessage(message: Message): void {
  updateThread(message.conversation_id, (messages) => mergeMessages(messages, [message]));
}

function updateThread(id: string, change: (messages: Message[]) => Message[]): void {
  queryClient.setQueryData<Thread>(
    threadKey(id),
    (thread) => thread && { ...thread, messages: change(thread.messages) },
  );
}

/** Keeps loaded threads as the events say. Call it once. */
export function followThreads(): void {
  onEvent('message:new', ({ message }) => storeMessage(message));
  onEvent('message:updated', ({ message }) => storeMessage(message));
  onEvent('message:status', ({ conversationId, messageId, status, error }) =>
    updateThread(conversationId, (messages) => applyStatus(messages, messageId, status, error ?? null)),
  );
}
