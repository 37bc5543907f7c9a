import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { changeWords } from './change-words.ts';
import { type Row, withoutChange } from './conversation-merge.ts';
import { conversationKeys, refreshRow, rowOf, storeRow } from './conversations-queries.ts';
import { placeEverywhere } from './inbox-live.ts';
import { keepUnread } from './kept-unread.ts';

export type Change = Schemas['UpdateConversationDto'];

/** Changes a conversation: shown at once, taken back where the server refuses, and can be undone from the toast. */
export async function updateConversation(id: string, change: Change): Promise<void> {
  const before = rowOf(id);
  if (!before) return;
  const shown = change as Partial<Row>;
  show({ ...before, ...shown });
  try {
    await save(id, change);
    toast({
      message: await changeWords(change, before.contact.full_name),
      undo: () => void save(id, { ...inverse(before, change), force: true }).catch(toastError),
    });
  } catch (error) {
    hideChange(before, shown);
    void refreshRow(id).then(placeEverywhere, () => undefined);
    toastError(error);
  }
}

/** Makes the newest customer message unread for the user; the open thread does not mark it as read again by itself. */
export async function markUnread(id: string): Promise<void> {
  const before = rowOf(id);
  if (!before || before.inbound_count === 0) return;
  keepUnread(id);
  const shown = { unread_count: Math.max(1, before.unread_count) };
  show({ ...before, ...shown });
  try {
    await call(api.POST('/api/v1/conversations/{id}/unread', { params: { path: { id } } }));
  } catch (error) {
    hideChange(before, shown);
    toastError(error);
  }
}

async function save(id: string, change: Change): Promise<void> {
  const row = await call(api.PATCH('/api/v1/conversations/{id}', { params: { path: { id } }, body: change }));
  placeEverywhere(storeRow(row));
}

/** Shows a row before the server has answered. */
export function show(row: Row): void {
  queryClient.setQueryData(conversationKeys.row(row._id), row);
  placeEverywhere(row);
}

/** Takes back a change that was shown. The rest of the row may have changed meanwhile and stays. */
export function hideChange(before: Row, shown: Partial<Row>): void {
  const now = rowOf(before._id);
  if (now) show(withoutChange(now, before, shown));
}

function inverse(row: Row, change: Change): Change {
  const fields = Object.keys(change).filter((field) => field !== 'snoozed_until' || row.status === 'snoozed');
  return Object.fromEntries(fields.map((field) => [field, row[field as keyof Row]]));
}
