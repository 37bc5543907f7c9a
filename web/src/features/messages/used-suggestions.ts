import { createUserStore } from '#web/lib/session/user-store.ts';

/** A suggestion of the assistant that the user has put into a reply. */
export interface UsedSuggestion {
  turn_id: string;
  text: string;
}

/** By conversation. It lasts as long as the draft, which survives a reload, too. */
const used = createUserStore<Readonly<Record<string, UsedSuggestion>>>('pb-used-suggestions', {});

export function keepUsed(conversationId: string, suggestion: UsedSuggestion): void {
  used.set({ ...used.get(), [conversationId]: suggestion });
}

/** Forgets the suggestion. @returns undefined if the reply was begun without one */
export function takeUsed(conversationId: string): UsedSuggestion | undefined {
  const { [conversationId]: suggestion, ...others } = used.get();
  if (suggestion) used.set(others);
  return suggestion;
}
