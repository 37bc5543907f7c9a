import { del, entries, set } from 'idb-keyval';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { isOffline, liveState } from '#web/lib/live/live-connection.ts';
import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { createStore, useStore } from '#web/lib/store.ts';
import { beginWait, endWait } from '#web/lib/waits.ts';
import { byWriting, nextPartAfter, partBehind, turnOf, withLaterParts } from './answer-parts.ts';
import { refreshMessage, storeMessage } from './messages-queries.ts';
import type { Message, PendingMessage } from './thread-merge.ts';

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

/** Takes a message that was not sent off the screen. Later parts of the same answer stay held. */
export function discardPending(clientId: string): void {
  const message = pendingOf(clientId);
  if (message) leave(message, null);
}

/** Removes a message and the later parts of its answer from the screen. Returns their text. */
export function takeBack(clientId: string): string {
  const message = pendingOf(clientId);
  const parts = message ? withLaterParts(pending.get(), message) : [];
  for (const { client_id } of parts) drop(client_id);
  return parts.map(({ content }) => content).join('\n');
}

/** Sends what an earlier page of this browser could not. Call it once after the log-in. */
export async function resumePending(userId: string): Promise<void> {
  const stored = await entries<string, PendingMessage>().catch(() => []);
  const kept = stored
    .filter(([key, { user_id }]) => key.startsWith(STORAGE_PREFIX) && user_id === userId)
    .map(([, message]) => (isStopped(message) ? message : { ...message, state: 'waiting' as const }))
    .sort(byWriting);
  const known = new Set(pending.get().map(({ client_id }) => client_id));
  pending.set([...kept.filter(({ client_id }) => !known.has(client_id)), ...pending.get()]);
  askForOutcomes();
  sendWaiting();
}

/** The last attempt of each conversation; the next one starts after it, so that messages keep their order. */
const lastAttempts = new Map<string, Promise<void>>();

function enqueue(clientId: string, force: boolean): void {
  const message = pendingOf(clientId);
  if (!message) return;
  const before = lastAttempts.get(message.conversation_id) ?? Promise.resolve();
  lastAttempts.set(
    message.conversation_id,
    before.then(() => attempt(clientId, force)),
  );
}

async function attempt(clientId: string, force: boolean): Promise<void> {
  const message = pendingOf(clientId);
  if (!message) return;
  const turn = turnOf(message, pending.get());
  if (turn !== 'sending') return patch(clientId, { state: turn });
  try {
    const stored = await post(message, force);
    isOffline.set(false);
    storeMessage(stored);
    endWait('send-to-echo');
    leave(message, stored);
  } catch (error) {
    if (isUnanswered(error)) {
      if (error instanceof ApiError && error.code === 'NO_CONNECTION') isOffline.set(true);
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
async function takeAsStored(message: PendingMessage, details: unknown): Promise<void> {
  const { message_id: id } = (details ?? {}) as { message_id?: string };
  const stored =
    id === undefined ? null : await refreshMessage(id).catch(() => ({ _id: id, status: 'queued' as const }));
  leave(message, stored);
}

/** @param stored null where the server has not stored the message */
function leave(message: PendingMessage, stored: Pick<Message, '_id' | 'status'> | null): void {
  const next = nextPartAfter(pending.get(), message, stored);
  drop(message.client_id);
  if (!next) return;
  keep(next);
  // Its status may have changed before anything waited for it.
  if (next.behind?.outcome === 'open') askForOutcomes();
  sendWaiting();
}

function applyOutcome(stored: Pick<Message, '_id' | 'status'>): void {
  const part = partBehind(pending.get(), stored);
  if (!part) return;
  keep(part);
  sendWaiting();
}

/** Reads the status of stored parts that others wait for. Tries again at the next connection. */
function askForOutcomes(): void {
  for (const { behind } of pending.get()) {
    if (behind?.id) void refreshMessage(behind.id).then(applyOutcome, () => undefined);
  }
}

function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiError) || error.isTemporary || error.status === 401;
}

async function post(message: PendingMessage, force: boolean) {
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const { client_id, content, template, attachments, quoted, contact_id, conversation_id, platform, last_seen_seq } =
    message;
  if (message.visibility === 'internal') {
    return call(
      api.POST('/api/v1/conversations/{id}/notes', {
        params: { path: { id: conversation_id } },
        body: { client_id, content },
        signal,
      }),
    );
  }
  const body = {
    ...{ client_id, contact_id, conversation_id, platform, last_seen_seq, force },
    ...(template ? { template } : { content }),
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
  for (const { client_id: clientId } of pending.get()) {
    const message = pendingOf(clientId);
    if (message?.state !== 'waiting' && message?.state !== 'held') continue;
    const state = turnOf(message, pending.get());
    if (state !== message.state) patch(clientId, { state });
    if (state === 'sending') enqueue(clientId, false);
  }
}

const pendingOf = (clientId: string): PendingMessage | undefined =>
  pending.get().find(({ client_id }) => client_id === clientId);

const isStopped = ({ state }: PendingMessage): boolean => state === 'refused' || state === 'held';

function drop(clientId: string): void {
  pending.set(pending.get().filter(({ client_id }) => client_id !== clientId));
  void del(STORAGE_PREFIX + clientId).catch(() => undefined);
}

function patch(clientId: string, fields: Partial<PendingMessage>): void {
  const message = pendingOf(clientId);
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

onEvent('message:status', ({ messageId: _id, status }) => applyOutcome({ _id, status }));
liveState.subscribe(() => {
  if (liveState.get() !== 'live') return;
  askForOutcomes();
  sendWaiting();
});
onSessionEnd(() => pending.get().forEach(({ client_id }) => drop(client_id)));
window.addEventListener('beforeunload', (event) => {
  if (pending.get().some((message) => !isStopped(message))) event.preventDefault();
});
