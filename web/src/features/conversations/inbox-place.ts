import { useRouter } from '@tanstack/react-router';
import { type InboxSearch, inboxFilters } from './inbox-routes.ts';

/** Where in the inbox the user is. */
export interface InboxPlace {
  view: string;
  filters: InboxSearch;
  /** The open conversation. */
  id?: string | undefined;
}

/** Answers a function that tells the place at the moment of the call; the view of all where another page is shown. */
export function useInboxPlace(): () => InboxPlace {
  const router = useRouter();
  return () => {
    const { params, search } = router.state.matches.at(-1) ?? {};
    const { view, id } = (params ?? {}) as { view?: string; id?: string };
    return view === undefined ? { view: 'all', filters: {} } : { view, id, filters: inboxFilters(search ?? {}) };
  };
}
