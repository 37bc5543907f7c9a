import { del, entries, set } from 'idb-keyval';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call } from '#web/lib/api/client.ts';
import { liveState } from '#web/lib/live/live-connection.ts';
import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { createStore, useStore } from '#web/lib/store.ts';
import { beginWait, endWait } from '#web/lib/waits.ts';
import { refreshMessage, storeMessage } from './messages-queries.ts';
import type { PendingMessage } from './thread-merge.ts';

/** Without an answer within this time the message counts as not sent yet, and is sent again. */
const ANSWER_TIMEOUT_MS = 15_000;
const RETRY_MS = 5_000;
const STORAGE_PREFIX = 'pb-pending:';

/** Messages that are on their way from this browser; they survive a reload of the page. */
const pending = createStore<readonly PendingMessage[]>([]);
let retryTimer: ReturnType<typeof setTimeout> | undefined;

export const usePending = (): readonly PendingMessage[] => useStore(pending);

/** Sends a message: shown at once, repeated under the same `client_id` until the server has answered. */
export function sendMessage(message: PendingMessage): void {
  beginWait('send-to-echo');
  keep(message);
  enqueue(message.client_id, false);
}

/** Sends a refused message again; `force` also where a colleague has answered meanwhile. */
export function sendAgain(clientId: string, force = false): void {
  patch(clientId, { state: 'sending', error: undefined });
  enqueue(clientId, force);
}

/** Takes a refused message off the screen. */
export function discardPending(clientId: string): void {
  pending.set(pending.get().filter(({ client_id }) => client_id !== clientId));
  void del(STORAGE_PREFIX + clientId).catch(() => undefined);
}

/** Sends what an earlier page of this browser could not. Call it once after the log-in. */
export async function resumePending(userId: string): Promise<void> {
  const stored = await entries<string, PendingMessage>().catch(() => []);
  const kept = stored
    .filter(([key, { user_id }]) => key.startsWith(STORAGE_PREFIX) && user_id === userId)
    .map(([, message]) => (message.state === 'refused' ? message : { ...message, state: 'waiting' as const }))
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
  const known = new Set(pending.get().map(({ client_id }) => client_id));
  pending.set([...kept.filter(({ client_id }) => !known.has(client_id)), ...pending.get()]);
  sendWaiting();
}

/** The last attempt of each conversation; the next one starts after it, so that messages keep their order. */
const lastAttempts = new Map<string, Promise<void>>();

function enqueue(clientId: string, force: boolean): void {
  const message = pending.get().find(({ client_id }) => client_id === clientId);
  if (!message) return;
  const before = lastAttempts.get(message.conversation_id) ?? Promise.resolve();
  lastAttempts.set(
    message.conversation_id,
    before.then(() => attempt(message, force)),
  );
}

async function attempt(message: PendingMessage, force: boolean): Promise<void> {
  if (mustWait(message)) return patch(message.client_id, { state: 'waiting' });
  try {
    storeMessage(await post(message, force));
    endWait('send-to-echo');
    discardPending(message.client_id);
  } catch (error) {
    if (isUnanswered(error)) {
      patch(message.client_id, { state: 'waiting' });
      retryTimer ??= setTimeout(sendWaiting, RETRY_MS);
      return;
    }
    const { code, message: text, details } = error as ApiError;
    if (code === 'CLIENT_ID_REUSED') return takeAsStored(message, details);
    patch(message.client_id, { state: 'refused', error: { code, message: text, details } });
  }
}

/** The server already has a message with this `client_id`: an earlier attempt arrived. */
async function takeAsStored({ client_id }: PendingMessage, details: unknown): Promise<void> {
  const { message_id: id } = (details ?? {}) as { message_id?: string };
  if (id) await refreshMessage(id).catch(() => undefined);
  discardPending(client_id);
}

/** A message must not overtake an earlier one of its conversation. */
function mustWait({ client_id, conversation_id }: PendingMessage): boolean {
  const ofThread = pending.get().filter((message) => message.conversation_id === conversation_id);
  const place = ofThread.findIndex((message) => message.client_id === client_id);
  return ofThread.slice(0, place).some(({ state }) => state === 'waiting');
}

function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiError) || error.isTemporary || error.status === 401;
}

async function post(message: PendingMessage, force: boolean) {
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const { client_id, content, attachments, quoted, contact_id, platform, last_seen_seq } = message;
  if (message.visibility === 'internal') {
    return call(
      api.POST('/api/v1/conversations/{id}/notes', {
        params: { path: { id: message.conversation_id } },
        body: { client_id, content },
        signal,
      }),
    );
  }
  const body = {
    ...{ client_id, content, contact_id, platform, last_seen_seq, force },
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(quoted ? { reply_to: quoted.message_id } : {}),
    direction: 'outbound' as const,
    role: 'operator' as const,
  };
  const { messageData } = await call(api.POST('/api/v1/messages', { body, signal }));
  return messageData;
}

function sendWaiting(): void {
  clearTimeout(retryTimer);
  retryTimer = undefined;
  for (const { client_id, state } of pending.get()) {
    if (state !== 'waiting') continue;
    patch(client_id, { state: 'sending' });
    enqueue(client_id, false);
  }
}

function patch(clientId: string, fields: Partial<PendingMessage>): void {
  const message = pending.get().find(({ client_id }) => client_id === clientId);
  if (message) keep({ ...message, ...fields });
}

/** Shows the message and stores it in the browser. */
function keep(message: PendingMessage): void {
  const others = pending.get();
  const isKnown = others.some(({ client_id }) => client_id === message.client_id);
  pending.set(
    isKnown ? others.map((other) => (other.client_id === message.client_id ? message : other)) : [...others, message],
  );
  void set(STORAGE_PREFIX + message.client_id, message).catch(() => undefined);
}

liveState.subscribe(() => {
  if (liveState.get() === 'live') sendWaiting();
});
onSessionEnd(() => pending.get().forEach(({ client_id }) => discardPending(client_id)));
window.addEventListener('beforeunload', (event) => {
  if (pending.get().some(({ state }) => state !== 'refused')) event.preventDefault();
});
