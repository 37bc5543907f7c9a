import { useNavigate } from '@tanstack/react-router';
import { createStore } from '#web/lib/store.ts';

const PHONE_WIDTH = '(max-width: 767px)';

/** The words that the search dialog begins with; null while it is closed. */
export const searchDialog = createStore<string | null>(null);

/** Returns a function that opens the global search: a dialog, or a page on a phone. */
export function useOpenSearch(): (words: string) => void {
  const navigate = useNavigate();
  return (words) => {
    if (!window.matchMedia(PHONE_WIDTH).matches) return searchDialog.set(words);
    void navigate({ to: '/search', search: words === '' ? {} : { q: words } });
  };
}
