import { queryOptions } from '@tanstack/react-query';
import { call } from '#web/lib/api/client.ts';
import { type Turn, wire } from '../wire.ts';

/** One turn of the assistant with all that has led to its answer. */
export const turnQuery = (id: string) =>
  queryOptions({
    queryKey: ['assistant', 'turn', id] as const,
    // What staff did with a suggestion may change.
    staleTime: 0,
    queryFn: () => call(wire<Turn>('GET', `/assistant/turns/${id}`)),
  });
