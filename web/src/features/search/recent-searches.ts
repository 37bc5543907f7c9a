import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { createStore, useStore } from '#web/lib/store.ts';
import { withRecent } from './search-lines.ts';

const recent = createStore<readonly string[]>([]);

/** What was searched for since the log-in, the latest first. */
export const useRecentSearches = (): readonly string[] => useStore(recent);

/** Keeps the words of a search that was of use. */
export function keepSearch(words: string): void {
  recent.set(withRecent(recent.get(), words));
}

onSessionEnd(() => recent.set([]));
