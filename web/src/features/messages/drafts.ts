import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { randomId } from '#web/lib/random-id.ts';
import { createStore, useStore } from '#web/lib/store.ts';

export type Mode = 'reply' | 'note';

/** What was written and not sent. It keeps its `client_id` until it is sent, so that it is never stored twice. */
export interface Draft {
  text: string;
  client_id: string;
}

export type Drafts = Readonly<Record<string, Draft>>;

const STORAGE_KEY = 'pb-drafts';
const SAVE_AFTER_MS = 800;
const NO_DRAFT: Draft = { text: '', client_id: '' };

/** A draft belongs to one conversation and one mode. */
const keyOf = (conversationId: string, mode: Mode): string => `${conversationId} ${mode}`;

/** The drafts with this text; an empty one is left out. */
export function withText(drafts: Drafts, conversationId: string, mode: Mode, text: string): Drafts {
  const key = keyOf(conversationId, mode);
  const { [key]: before, ...others } = drafts;
  return text === '' ? others : { ...others, [key]: { text, client_id: before?.client_id ?? randomId() } };
}

export const draftIn = (drafts: Drafts, conversationId: string, mode: Mode): Draft =>
  drafts[keyOf(conversationId, mode)] ?? NO_DRAFT;

const drafts = createStore<Drafts>(stored());
let saveTimer: ReturnType<typeof setTimeout> | undefined;

/** The draft of this conversation and mode; empty where there is none. */
export const useDraft = (conversationId: string, mode: Mode): Draft => draftIn(useStore(drafts), conversationId, mode);

/** Keeps what is written, also over a reload of the page. */
export function writeDraft(conversationId: string, mode: Mode, text: string): void {
  drafts.set(withText(drafts.get(), conversationId, mode, text));
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, SAVE_AFTER_MS);
}

/** Puts a message that was not sent back into the composer, before what was written since. */
export function giveBackDraft(conversationId: string, mode: Mode, text: string): void {
  const { text: since } = draftIn(drafts.get(), conversationId, mode);
  writeDraft(conversationId, mode, since === '' ? text : `${text}\n${since}`);
}

function stored(): Drafts {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Drafts;
  } catch {
    return {};
  }
}

function save(): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(drafts.get()));
  } catch {
    // Storage is switched off or full: drafts last until the page is closed.
  }
}

/** Saves drafts before the page goes, and drops them when the user logs out. Call it once. */
export function followDrafts(): void {
  window.addEventListener('pagehide', save);
  onSessionEnd(() => {
    drafts.set({});
    save();
  });
}
