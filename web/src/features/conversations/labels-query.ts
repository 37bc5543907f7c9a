import { queryClient } from '#web/lib/query-client.ts';
import type { Row } from './conversation-merge.ts';

/** The labels that conversations of this browser have, by the alphabet. */
export function useLabels(): string[] {
  const rows = queryClient.getQueriesData<Row>({ queryKey: ['conversation'] });
  return [...new Set(rows.flatMap(([, row]) => row?.labels ?? []))].sort((a, b) => a.localeCompare(b));
}
