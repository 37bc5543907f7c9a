import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Label = Schemas['LabelDto'];

const MOST_LABELS = 100;

export const labelsQuery = queryOptions({
  queryKey: ['labels'] as const,
  queryFn: async (): Promise<Label[]> => {
    const { items } = await call(api.GET('/api/v1/labels', { params: { query: { limit: MOST_LABELS } } }));
    return byName(items);
  },
});

/** The company's labels, by the alphabet; empty until they are loaded. */
export const useLabels = (): readonly Label[] => useQuery(labelsQuery).data ?? [];

/** The name of a label; undefined until the labels are loaded, and for a label that is gone. */
export const labelName = (id: string): string | undefined =>
  queryClient.getQueryData<Label[]>(labelsQuery.queryKey)?.find(({ _id }) => _id === id)?.name;

export const byName = (labels: readonly Label[]): Label[] => labels.toSorted((a, b) => a.name.localeCompare(b.name));
