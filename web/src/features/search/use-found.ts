import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, call } from '#web/lib/api/client.ts';

const TYPING_PAUSE_MS = 200;

/**
 * Searches a moment after the last key. Each search has its own place in the cache, so a late answer never replaces a
 * newer one.
 */
export function useFound(words: string) {
  const typed = words.trim();
  const [q, setQ] = useState(typed);

  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['search', q],
    enabled: q !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(api.GET('/api/v1/search', { params: { query: { q } }, signal })),
  });
  return {
    q,
    found: q === '' || typed === '' ? undefined : data,
    /** The answer is the one for the words in the field. */
    isCurrent: q === typed && data !== undefined && !isPlaceholderData,
    error: q === '' || typed === '' ? null : error,
    refetch,
    searchNow: () => setQ(typed),
  };
}
