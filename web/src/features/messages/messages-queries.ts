import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { addToThread, applyStatus, mergeMessages, mergeNewestPage, type Message, type Thread } from './thread-merge.ts';

const PAGE_SIZE = 50;

export const threadKey = (id: string) => ['thread', id] as const;

type Change = (thread: Thread) => Thread;

/** What events said of a thread while its newest page was on its way: the page may be older than they are. */
const changesWhileLoading = new Map<string, Change[]>();

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: threadKey(id),
    queryFn: async (): Promise<Thread> => {
      await liveReady();
      const meanwhile: Change[] = [];
      changesWhileLoading.set(id, meanwhile);
      try {
        const page = await loadPage(id, null);
        const thread = mergeNewestPage(queryClient.getQueryData<Thread>(threadKey(id)), page);
        return meanwhile.reduce((changed, change) => change(changed), thread);
      } finally {
        changesWhileLoading.delete(id);
      }
    },
  });

/** The loaded part of a thread. */
export const useThread = (id: string) => useQuery(threadQuery(id));

/** The message that a quote points at; undefined where it is not loaded. */
export const useQuoted = (id: string, externalId: string): Message | undefined =>
  useQuery({
    ...threadQuery(id),
    select: ({ messages }) => messages.find(({ external_id }) => external_id === externalId),
  }).data;

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
  updateThread(message.conversation_id, (thread) => addToThread(thread, message));
}

/** Reads a message again: the addresses of its files die after a day. */
export async function refreshMessage(id: string): Promise<void> {
  storeMessage(await call(api.GET('/api/v1/messages/{id}', { params: { path: { id } } })));
}

function updateThread(id: string, change: Change): void {
  changesWhileLoading.get(id)?.push(change);
  queryClient.setQueryData<Thread>(threadKey(id), (thread) => thread && change(thread));
}

/** Keeps loaded threads as the events say. Call it once. */
export function followThreads(): void {
  onEvent('message:new', ({ message }) => storeMessage(message));
  onEvent('message:updated', ({ message }) => storeMessage(message));
  onEvent('message:status', ({ conversationId, messageId, status, error }) =>
    updateThread(conversationId, ({ messages, ...thread }) => ({
      ...thread,
      messages: applyStatus(messages, messageId, status, error ?? null),
    })),
  );
}
