import { useQuery } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';

const MOST_LABELS = 100;

/** The names of the company's labels, by the alphabet; empty until they are loaded. */
export function useLabels(): string[] {
  return useQuery({ queryKey: ['labels'], queryFn: readLabels }).data ?? [];
}

async function readLabels(): Promise<string[]> {
  const { items } = await call(api.GET('/api/v1/labels', { params: { query: { limit: MOST_LABELS } } }));
  return items.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
}
