import type { LoggedEvents } from '#web/lib/live/events.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { Row } from './conversation-merge.ts';
import { conversationKeys, storeRow } from './conversations-queries.ts';
import { placeEverywhere } from './inbox-live.ts';
import { byName, type Label, labelsQuery } from './labels-query.ts';

/** Keeps the labels, and the labels of the loaded conversations, as the events say. Call it once. */
export function followLabels(): void {
  onEvent('label:changed', applyLabel);
}

/** Shows a label as the server has it now. */
export function applyLabel({ label, formerName, deleted }: LoggedEvents['label:changed']): void {
  queryClient.setQueryData<Label[]>(labelsQuery.queryKey, (labels) => {
    const others = labels?.filter(({ _id }) => _id !== label._id);
    return others && byName(deleted ? others : [...others, label]);
  });
  if (formerName === null) return;
  for (const [, row] of queryClient.getQueriesData<Row>({ queryKey: conversationKeys.rows })) {
    if (!row?.labels.includes(formerName)) continue;
    const labels = row.labels.flatMap((name) => (name !== formerName ? [name] : deleted ? [] : [label.name]));
    placeEverywhere(storeRow({ ...row, labels: [...new Set(labels)] }));
  }
}
