import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { applyStatus, type Message } from './thread-merge.ts';
import {
  addNewer,
  addNewestPage,
  addToThread,
  addWindow,
  changeMessages,
  type Thread,
  type ThreadWindow,
  windowAt,
} from './thread-windows.ts';

const PAGE_SIZE = 50;
/** Half of a window lies before its message. That fills a screen, and nothing more has to be loaded at once. */
const WINDOW_SIZE = 80;
/** The newest messages by `seq`, as the thread shows them: the half of a window that lies before its end. */
const NEWEST = { around_seq: Number.MAX_SAFE_INTEGER, limit: 2 * PAGE_SIZE };

export const threadKey = (id: string) => ['thread', id] as const;

type Change = (thread: Thread) => Thread;

/** Events of a thread that arrive while a part of it is read. The answer may be older than the events. */
const changesWhileLoading = new Map<string, Set<Change[]>>();

/** Reads a part of a thread. Returns a function that adds the part and the events that arrived meanwhile. */
async function readPart(
  id: string,
  read: Promise<ThreadWindow>,
  join: (part: ThreadWindow) => Change,
): Promise<Change> {
  const meanwhile: Change[] = [];
  const reads = changesWhileLoading.get(id) ?? new Set();
  changesWhileLoading.set(id, reads.add(meanwhile));
  try {
    const joinPart = join(await read);
    return (thread) => meanwhile.reduce((changed, change) => change(changed), joinPart(thread));
  } finally {
    reads.delete(meanwhile);
    if (reads.size === 0) changesWhileLoading.delete(id);
  }
}

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: threadKey(id),
    queryFn: async (): Promise<Thread> => {
      await liveReady();
      const change = await readPart(id, loadPage(id, NEWEST), (page) => (known) => addNewestPage(known, page));
      return change(queryClient.getQueryData<Thread>(threadKey(id)) ?? { windows: [] });
    },
  });

/** The loaded parts of a thread. */
export const useThread = (id: string) => useQuery(threadQuery(id));

/**
 * Loads the window around a message of a thread, where it is not loaded yet.
 * @param thread undefined until the newest page is there, which comes first
 */
export const useWindowAround = (id: string, seq: number | undefined, thread: Thread | undefined) =>
  useQuery({
    queryKey: ['thread-window', id, seq],
    enabled: thread !== undefined && seq !== undefined && windowAt(thread, seq) === undefined,
    // The cache may have dropped the thread meanwhile.
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const around = loadPage(id, { around_seq: seq ?? 0, limit: WINDOW_SIZE });
      updateThread(id, await readPart(id, around, (window) => (known) => addWindow(known, window)));
      return true;
    },
  });

/** Loads the page before the oldest message of a window. */
export async function loadOlder(id: string, { messages, olderCursor }: ThreadWindow): Promise<void> {
  if (olderCursor === null) return;
  const page = loadPage(id, { cursor: olderCursor });
  const join = (older: ThreadWindow): Change => {
    const run = { ...older, messages: [...older.messages, ...messages.slice(0, 1)] };
    return (known) => addWindow(known, run);
  };
  updateThread(id, await readPart(id, page, join));
}

/** Loads the page after the newest message of a window. */
export async function loadNewer(id: string, { messages }: ThreadWindow): Promise<void> {
  const after = messages.at(-1);
  if (!after) return;
  const page = loadPage(id, { after_seq: after.seq });
  updateThread(id, await readPart(id, page, (newer) => (known) => addNewer(known, after, newer.messages)));
}

interface PageStart {
  cursor?: string;
  around_seq?: number;
  after_seq?: number;
  limit?: number;
}

async function loadPage(id: string, start: PageStart): Promise<ThreadWindow> {
  const { items, nextCursor } = await call(
    api.GET('/api/v1/conversations/{id}/messages', {
      params: { path: { id }, query: { limit: PAGE_SIZE, ...start } },
    }),
  );
  return { messages: items.reverse(), olderCursor: nextCursor };
}

/** Joins a message of an answer or an event into its thread, where the thread is loaded. */
export function storeMessage(message: Message): void {
  updateThread(message.conversation_id, (thread) => addToThread(thread, message));
}

/** Reads a message again, because the addresses of its files expire after a day. */
export async function refreshMessage(id: string): Promise<Message> {
  const message = await call(api.GET('/api/v1/messages/{id}', { params: { path: { id } } }));
  storeMessage(message);
  return message;
}

function updateThread(id: string, change: Change): void {
  for (const meanwhile of changesWhileLoading.get(id) ?? []) meanwhile.push(change);
  queryClient.setQueryData<Thread>(threadKey(id), (thread) => thread && change(thread));
}

/** Keeps loaded threads as the events say. Call it once. */
export function followThreads(): void {
  onEvent('message:new', ({ message }) => storeMessage(message));
  onEvent('message:updated', ({ message }) => storeMessage(message));
  onEvent('message:status', ({ conversationId, messageId, status, error }) =>
    updateThread(conversationId, (thread) =>
      changeMessages(thread, (messages) => applyStatus(messages, messageId, status, error ?? null)),
    ),
  );
}
