import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { bulkWords } from './change-words.ts';
import { hideChange, show } from './conversation-actions.ts';
import type { LoadedList } from './conversation-list.ts';
import type { Row } from './conversation-merge.ts';
import { conversationKeys, rowOf } from './conversations-queries.ts';
import { listParameters, type ListQuery } from './inbox-views.ts';
import { keepUnread } from './kept-unread.ts';
import type { Selection } from './selection.ts';

export type BulkAction = Schemas['BulkActionDto'];

/** A row before the action, and its fields that were shown at once. */
interface ShownChange {
  before: Row;
  shown: Partial<Row>;
}

/**
 * Changes the chosen conversations of a list, or all of it with those that are not loaded. Loaded rows show it at once;
 * for a minute the toast can undo it.
 */
export async function changeSelection(
  query: ListQuery,
  { ids, isWhole }: Selection,
  action: BulkAction,
): Promise<void> {
  const loaded = isWhole ? (queryClient.getQueryData<LoadedList>(conversationKeys.list(query))?.ids ?? []) : ids;
  const filter = isWhole ? listParameters(query) : { ids: [...ids] };
  const rows = loaded.map(rowOf).filter((row) => row !== undefined);
  const changes = rows.map((before): ShownChange => ({ before, shown: changeOf(before, action) }));
  for (const { before, shown } of changes) {
    if (action.read === false) keepUnread(before._id);
    show({ ...before, ...shown });
  }
  try {
    const { count, undo_token } = await call(api.POST('/api/v1/conversations/bulk', { body: { filter, action } }));
    toast({
      message: await bulkWords(action, count),
      ...(undo_token === null ? {} : { undo: () => void undo(undo_token, changes) }),
    });
  } catch (error) {
    takeBack(changes);
    toastError(error);
  }
}

/** What the action changes in a row, as the server will. */
function changeOf(
  row: Row,
  { status, snoozed_until, assigned_to, add_label, remove_label, read }: BulkAction,
): Partial<Row> {
  if (status !== undefined) return { status, snoozed_until: snoozed_until ?? null };
  if (assigned_to !== undefined) return { assignee_id: assigned_to };
  if (add_label !== undefined) return { labels: [...new Set([...row.labels, add_label])] };
  if (remove_label !== undefined) return { labels: row.labels.filter((label) => label !== remove_label) };
  return { unread_count: read || row.inbound_count === 0 ? 0 : Math.max(1, row.unread_count) };
}

function takeBack(changes: readonly ShownChange[]): void {
  for (const { before, shown } of changes) hideChange(before, shown);
}

async function undo(undoToken: string, changes: readonly ShownChange[]): Promise<void> {
  try {
    await call(api.POST('/api/v1/conversations/bulk/undo', { body: { undo_token: undoToken } }));
    takeBack(changes);
    await queryClient.invalidateQueries({ queryKey: conversationKeys.counts });
  } catch (error) {
    toastError(error);
  }
}
