import { useRouter } from '@tanstack/react-router';
import { type InboxSearch, inboxFilters } from './inbox-search.ts';

/** Where in the inbox the user is. */
export interface InboxPlace {
  view: string;
  filters: InboxSearch;
  /** The open conversation. */
  id?: string | undefined;
}

/** Returns a function that reads the current place. On other pages than the inbox it is the view of all conversations. */
export function useInboxPlace(): () => InboxPlace {
  const router = useRouter();
  return () => {
    const { params, search } = router.state.matches.at(-1) ?? {};
    const { view, id } = (params ?? {}) as { view?: string; id?: string };
    return view === undefined ? { view: 'all', filters: {} } : { view, id, filters: inboxFilters(search ?? {}) };
  };
}
