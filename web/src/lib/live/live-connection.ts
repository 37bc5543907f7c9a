import { notifyManager } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import { accessToken, onNewToken, onSessionEnd, refreshAccessToken } from '#web/lib/session/access-token.ts';
import { createStore } from '#web/lib/store.ts';
import { EventCursor } from './event-cursor.ts';
import { handleEvent, handleMissedEvents } from './event-handlers.ts';
import { PASSING_EVENT_NAMES, type LoggedEvent } from './events.ts';

/** How long an early event waits for those before it until they are asked for. */
const GAP_PATIENCE_MS = 300;
const ACK_TIMEOUT_MS = 5_000;
/** A probe that is not answered within this time means that the line is dead. */
const PROBE_TIMEOUT_MS = 3_000;
/** Screens load without live events where no line comes up within this time. */
const READY_PATIENCE_MS = 3_000;
const HIDDEN_BATCH_MS = 250;
const TOKEN_ERRORS = new Set(['INVALID_TOKEN', 'TOKEN_EXPIRED']);

export type LiveState = 'off' | 'connecting' | 'live' | 'reconnecting';

/** The state of the line to the server. */
export const liveState = createStore<LiveState>('off');

/** True from the time when the browser is offline, or a message could not be sent, until the server answers again. */
export const isOffline = createStore(false);

interface ResumeAck {
  ok: boolean;
  seq: number;
  reset: boolean;
}

let cursor = new EventCursor();
let socket: Socket | null = null;
let ready = Promise.withResolvers<void>();
let waiting: LoggedEvent[] = [];
let batchTimer: number | undefined;
let gapTimer: ReturnType<typeof setTimeout> | undefined;
let resuming = false;
/** True if screens were read before the connection, so they must be read again. */
let hasReadOffline = false;
/** Set while the server asks its clients to come back later. */
let drainDelayMs: number | undefined;

/** Resolves once live events come, so that nothing read afterwards can be stale; or after 3 s without a line. */
export const liveReady = (): Promise<void> => ready.promise;

/** Opens the line for the user who is logged in. */
export function openLive(): void {
  if (socket) return;
  liveState.set('connecting');
  setTimeout(stopWaitingForLine, READY_PATIENCE_MS);
  socket = io({
    transports: ['websocket'],
    auth: (give) => give({ token: accessToken() }),
  });
  socket.on('session:ready', ({ seq }: { seq: number }) => onReady(seq));
  socket.on('server:draining', ({ reconnectWithinMs }: { reconnectWithinMs: number }) => {
    drainDelayMs = Math.random() * reconnectWithinMs;
  });
  socket.on('disconnect', (reason) => onDisconnect(reason));
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => onConnectError(error.data?.code));
  socket.onAny((name: string, payload: { seq?: number }) => receive(name, payload));
}

/** Closes the line and forgets the place in the log. */
export function closeLive(): void {
  const closing = socket;
  socket = null;
  closing?.disconnect();
  waiting = [];
  resuming = false;
  hasReadOffline = false;
  cursor = new EventCursor();
  ready = Promise.withResolvers();
  liveState.set('off');
  isOffline.set(false);
}

/** Sends a client event, and answers the acknowledgement; undefined where the line is down. */
export async function emitLive<T>(name: string, payload: object): Promise<T | undefined> {
  if (!socket?.connected) return undefined;
  try {
    return (await socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload)) as T;
  } catch {
    return undefined;
  }
}

function onReady(seq: number): void {
  liveState.set('live');
  isOffline.set(false);
  if (cursor.seq === null) {
    cursor.startAt(seq);
    if (hasReadOffline) handleMissedEvents();
    hasReadOffline = false;
    ready.resolve();
    return;
  }
  if (seq > cursor.seq) void resume();
}

function stopWaitingForLine(): void {
  if (liveState.get() === 'live') return;
  hasReadOffline = true;
  ready.resolve();
}

function receive(name: string, payload: { seq?: number }): void {
  if (PASSING_EVENT_NAMES.some((passing) => passing === name)) {
    handleEvent({ name, payload });
    return;
  }
  if (typeof payload?.seq !== 'number' || name === 'session:ready') return;
  queue(cursor.receive({ seq: payload.seq, name, payload }));
  if (cursor.hasGap && !resuming) gapTimer ??= setTimeout(() => void resume(), GAP_PATIENCE_MS);
}

/** Asks for the events after the cursor; a failure is repeated by the next connection or gap. */
async function resume(): Promise<void> {
  clearTimeout(gapTimer);
  gapTimer = undefined;
  if (resuming || cursor.seq === null) return;
  resuming = true;
  const ack = await emitLive<ResumeAck>('resume', { since: cursor.seq });
  resuming = false;
  if (ack) isOffline.set(false);
  if (ack?.ok && ack.reset) {
    cursor.startAt(ack.seq);
    handleMissedEvents();
  }
  queue(cursor.takeReady());
  if (cursor.hasGap) gapTimer ??= setTimeout(() => void resume(), GAP_PATIENCE_MS);
}

/** Collects events and hands them on once a frame: 500 replayed events make one render. */
function queue(events: LoggedEvent[]): void {
  if (events.length === 0) return;
  waiting.push(...events);
  if (batchTimer !== undefined) return;
  batchTimer = document.hidden ? window.setTimeout(flush, HIDDEN_BATCH_MS) : requestAnimationFrame(flush);
}

function flush(): void {
  batchTimer = undefined;
  const events = waiting;
  waiting = [];
  notifyManager.batch(() => events.forEach(handleEvent));
  // Tests wait for this number instead of sleeping.
  document.documentElement.dataset['seq'] = String(cursor.seq);
}

function onDisconnect(reason: string): void {
  if (!socket) return;
  liveState.set('reconnecting');
  // socket.io connects again by itself unless the server has closed the line.
  if (reason !== 'io server disconnect') return;
  if (drainDelayMs === undefined) void renewAndConnect();
  else setTimeout(() => socket?.connect(), drainDelayMs);
  drainDelayMs = undefined;
}

function onConnectError(code: string | undefined): void {
  if (liveState.get() === 'live') liveState.set('reconnecting');
  if (code !== undefined && TOKEN_ERRORS.has(code)) void renewAndConnect();
}

/** A session that has ended is found out by the refresh, which then logs this tab out. */
async function renewAndConnect(): Promise<void> {
  const token = await refreshAccessToken().catch(() => accessToken());
  if (token !== null) socket?.connect();
}

/** A frozen tab believes that it is connected: a probe finds out. */
async function probe(): Promise<void> {
  if (document.hidden || !socket) return;
  if (!socket.connected) {
    socket.connect();
    return;
  }
  const asked = socket;
  const timer = setTimeout(() => asked.disconnect().connect(), PROBE_TIMEOUT_MS);
  await resume();
  clearTimeout(timer);
}

onNewToken((token) => void emitLive('session:renew', { token }));
onSessionEnd(closeLive);
document.addEventListener('visibilitychange', () => void probe());
window.addEventListener('pageshow', () => void probe());
window.addEventListener('offline', () => isOffline.set(liveState.get() !== 'off'));
window.addEventListener('online', () => void probe());
