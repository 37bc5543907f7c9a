import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { createStore, useStore } from '#web/lib/store.ts';
import { type Draft, draftKey, type Drafts, type Mode, withoutText, withText } from './draft-book.ts';

const STORAGE_KEY = 'pb-drafts';
const STORE_AFTER_MS = 300;
const NO_DRAFT: Draft = { text: '', client_id: '', isSaved: true };

const drafts = createStore<Drafts>(stored());
let storeTimer: ReturnType<typeof setTimeout> | undefined;

/** The draft in this browser; an empty one if there is none. */
export const draftOf = (key: string): Draft => drafts.get()[key] ?? NO_DRAFT;

/** The draft of this conversation and mode, for a component. */
export const useDraft = (conversationId: string, mode: Mode): Draft =>
  useStore(drafts)[draftKey(conversationId, mode)] ?? NO_DRAFT;

/** Stores drafts in this browser, so that they survive a reload. */
export function keepDraft(key: string, text: string, isSaved: boolean): void {
  change(withText(drafts.get(), key, text, isSaved));
}

/** Keeps that the draft was emptied, until the server has deleted one of these versions. */
export function emptyDraft(key: string, versions: readonly number[]): void {
  change(withoutText(drafts.get(), key, versions));
}

function change(changed: Drafts): void {
  drafts.set(changed);
  clearTimeout(storeTimer);
  storeTimer = setTimeout(store, STORE_AFTER_MS);
}

function stored(): Drafts {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Drafts;
  } catch {
    return {};
  }
}

function store(): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(drafts.get()));
  } catch {
    // Storage is switched off or full: drafts last until the page is closed.
  }
}

/** Stores drafts before the page closes, and deletes them when the user logs out. Call it once. */
export function followDrafts(): void {
  window.addEventListener('pagehide', store);
  onSessionEnd(() => {
    drafts.set({});
    store();
  });
}
