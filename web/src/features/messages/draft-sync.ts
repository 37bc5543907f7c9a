import { queryOptions, useQuery } from '@tanstack/react-query';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { draftKey, isOtherThanEmptied, type Mode } from './draft-book.ts';
import { draftOf, emptyDraft, keepDraft } from './drafts.ts';
import { MAX_CONTENT_LENGTH } from './split-text.ts';

const SAVE_AFTER_MS = 800;

/** The last known server version of each draft. */
const versions = new Map<string, number>();
/** Drafts of this tab that are not on the server yet. */
const unsaved = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** Drafts whose text is on its way to the server. */
const saving = new Set<string>();
/** The last read or save of each draft; the next one starts after it. */
const turns = new Map<string, Promise<unknown>>();
/** Stops the requests of this log-in when it ends. */
let session = new AbortController();

const draftQuery = (conversationId: string, mode: Mode) =>
  queryOptions({
    queryKey: ['draft', conversationId, mode] as const,
    // Another device may have changed it since the conversation was open here.
    staleTime: 0,
    gcTime: 0,
    // A read beside a save could bring back the text that was saved before.
    queryFn: () => inTurn(draftKey(conversationId, mode), () => readDraft(conversationId, mode)),
  });

/** Reads the draft of the server while the composer is shown. Unsaved text of this browser wins. */
export function useServerDraft(conversationId: string, mode: Mode): void {
  useQuery(draftQuery(conversationId, mode));
}

/** Saves a draft: in this browser at once, on the server shortly after the last key. */
export function writeDraft(conversationId: string, mode: Mode, text: string): void {
  const key = draftKey(conversationId, mode);
  if (text === '') emptyDraft(key, versionsOnServer(key));
  else keepDraft(key, text, false);
  unsaved.add(key);
  clearTimeout(timers.get(key));
  // The draft of a sent message is deleted at once.
  timers.set(
    key,
    setTimeout(() => saveInTurn(conversationId, mode), text === '' ? 0 : SAVE_AFTER_MS),
  );
}

/** Puts an unsent message back into the composer, before newer text. */
export function giveBackDraft(conversationId: string, mode: Mode, text: string): void {
  const { text: since } = draftOf(draftKey(conversationId, mode));
  writeDraft(conversationId, mode, since === '' ? text : `${text}\n${since}`);
}

/** Reads a draft that another tab or device of the user has changed. Call it once. */
export function followServerDrafts(): void {
  onEvent('draft:updated', ({ conversationId, mode, version }) => {
    if (versions.get(draftKey(conversationId, mode)) === version) return;
    void queryClient.invalidateQueries({ queryKey: draftQuery(conversationId, mode).queryKey });
  });
  onSessionEnd(forgetAll);
}

/** Leaves nothing that could save or delete a draft of the next user of this tab. */
function forgetAll(): void {
  session.abort();
  session = new AbortController();
  timers.forEach(clearTimeout);
  for (const state of [versions, unsaved, timers, saving, turns]) state.clear();
}

async function readDraft(conversationId: string, mode: Mode): Promise<number> {
  const key = draftKey(conversationId, mode);
  const { text, version } = await load(conversationId, mode, session.signal);
  versions.set(key, version);
  const known = draftOf(key);
  const isOlder = known.isSaved || isOtherThanEmptied(known, version);
  if (!unsaved.has(key) && isOlder) keepDraft(key, text, true);
  else if (!timers.has(key)) saveInTurn(conversationId, mode);
  return version;
}

/** A save that is on its way may reach the server although its answer never comes back. */
function versionsOnServer(key: string): number[] {
  const version = versions.get(key) ?? 0;
  return saving.has(key) ? [version, version + 1] : [version];
}

const load = (id: string, mode: Mode, signal: AbortSignal) =>
  call(api.GET('/api/v1/conversations/{id}/draft', { params: { path: { id }, query: { mode } }, signal }));

function saveInTurn(conversationId: string, mode: Mode): void {
  const key = draftKey(conversationId, mode);
  timers.delete(key);
  const { signal } = session;
  // Without a connection the copy in this browser stays and is saved later.
  inTurn(key, () => save(conversationId, mode, signal)).catch(() => undefined);
}

function inTurn<T>(key: string, request: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(request);
  turns.set(
    key,
    turn.catch(() => undefined),
  );
  return turn;
}

async function save(conversationId: string, mode: Mode, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const key = draftKey(conversationId, mode);
  const { text } = draftOf(key);
  try {
    versions.set(key, await put(conversationId, mode, text, signal));
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'VERSION_MISMATCH') throw error;
    versions.set(key, (await load(conversationId, mode, signal)).version);
    versions.set(key, await put(conversationId, mode, text, signal));
  }
  if (draftOf(key).text !== text) return;
  unsaved.delete(key);
  keepDraft(key, text, true);
}

/** Returns the new version. The server accepts no draft that is longer than a message. */
async function put(conversationId: string, mode: Mode, text: string, signal: AbortSignal): Promise<number> {
  const path = { id: conversationId };
  const version = versions.get(draftKey(conversationId, mode)) ?? 0;
  if (text.trim() === '') {
    await call(api.DELETE('/api/v1/conversations/{id}/draft', { params: { path, query: { mode } }, signal }));
    return 0;
  }
  if (text.length > MAX_CONTENT_LENGTH) return version;
  const body = { mode, text, version };
  const key = draftKey(conversationId, mode);
  saving.add(key);
  try {
    return (await call(api.PUT('/api/v1/conversations/{id}/draft', { params: { path }, body, signal }))).version;
  } finally {
    saving.delete(key);
  }
}
