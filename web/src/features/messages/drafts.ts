import { createUserStore } from '#web/lib/session/user-store.ts';
import { useStore } from '#web/lib/store.ts';
import { type Draft, draftKey, type Drafts, type Mode, withoutText, withText } from './draft-book.ts';

const NO_DRAFT: Draft = { text: '', client_id: '', isSaved: true };

const drafts = createUserStore<Drafts>('pb-drafts', {});

/** The draft in this browser; an empty one if there is none. */
export const draftOf = (key: string): Draft => drafts.get()[key] ?? NO_DRAFT;

/** The draft of this conversation and mode, for a component. */
export const useDraft = (conversationId: string, mode: Mode): Draft =>
  useStore(drafts)[draftKey(conversationId, mode)] ?? NO_DRAFT;

/** Stores drafts in this browser, so that they survive a reload. */
export function keepDraft(key: string, text: string, isSaved: boolean): void {
  drafts.set(withText(drafts.get(), key, text, isSaved));
}

/** Keeps that the draft was emptied, until the server has deleted one of these versions. */
export function emptyDraft(key: string, versions: readonly number[]): void {
  drafts.set(withoutText(drafts.get(), key, versions));
}
