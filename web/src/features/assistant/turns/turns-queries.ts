import { queryOptions } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';

/** One turn of the assistant with all that has led to its answer. */
export const turnQuery = (id: string) =>
  queryOptions({
    queryKey: ['assistant', 'turn', id] as const,
    // What staff did with a suggestion may change.
    staleTime: 0,
    queryFn: () => call(api.GET('/api/v1/assistant/turns/{id}', { params: { path: { id } } })),
  });
