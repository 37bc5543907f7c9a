import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { type LoadedList, placeRow } from './conversation-list.ts';
import { laterStatus, type Message, type Row, rowAfterMessage } from './conversation-merge.ts';
import { conversationKeys, refreshRow, rowOf, storeRow } from './conversations-queries.ts';
import type { ListQuery } from './inbox-views.ts';
import { labelName } from './labels-query.ts';

const COUNTS_EVERY_MS = 2_000;
const ROW_AGAIN_MS = 2_000;

const rowTimers = new Map<string, ReturnType<typeof setTimeout>>();
let countsTimer: ReturnType<typeof setTimeout> | undefined;

/** Keeps rows, lists and counts of the inbox as the events say. Call it once. */
export function followInbox(): void {
  onEvent('message:new', ({ message }) => applyMessage(message));
  onEvent('message:status', ({ conversationId, messageId, status }) =>
    applyRowStatus(conversationId, messageId, status),
  );
  onEvent('conversation:updated', ({ conversation }) => placeEverywhere(storeRow(conversation as Row)));
  onEvent('message:read', ({ conversationId, userId, upToSeq }) => applyRead(conversationId, userId, upToSeq));
  onEvent('channel:health', ({ channel }) => applyChannelState(channel._id, channel.state));
  onEvent('contact:updated', ({ contactId, deleted }) => deleted && removeRowsOf(contactId));
  onMissedEvents(() => {
    void queryClient.invalidateQueries({ refetchType: 'active' });
    queryClient.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => LIVE_KEYS.has(String(queryKey[0])) });
  });
}

const LIVE_KEYS = new Set(['conversation', 'conversations', 'thread']);

const me = (): string => queryClient.getQueryData<Schemas['UserDto']>(meQuery.queryKey)?._id ?? '';

/** Moves a row in or out of every loaded list. */
export function placeEverywhere(row: Row): void {
  const reader = { me: me(), now: Date.now(), labelName };
  for (const [key, list] of queryClient.getQueriesData<LoadedList>({ queryKey: conversationKeys.lists })) {
    if (list) queryClient.setQueryData(key, placeRow(list, row, key[1] as ListQuery, rowOf, reader));
  }
  countAgain();
}

/** Shows at once that the channel of loaded conversations sends again, or no longer. */
function applyChannelState(channelId: string, state: NonNullable<Row['channel_health']>): void {
  for (const [key, row] of queryClient.getQueriesData<Row>({ queryKey: conversationKeys.rows })) {
    if (row?.channel_id === channelId) queryClient.setQueryData<Row>(key, { ...row, channel_health: state });
  }
}

/** The conversations of a deleted contact are gone, too. One that is open says so. */
function removeRowsOf(contactId: string): void {
  const isGone = (id: string) => rowOf(id)?.contact_id === contactId;
  queryClient.setQueriesData<LoadedList>({ queryKey: conversationKeys.lists }, (list) =>
    list?.ids.some(isGone) ? { ...list, ids: list.ids.filter((id) => !isGone(id)) } : list,
  );
  void queryClient.resetQueries({
    predicate: ({ queryKey: [kind, id] }) => kind === 'conversation' && isGone(String(id)),
  });
  countAgain();
}

function applyMessage(message: Message): void {
  const row = rowOf(message.conversation_id);
  if (row) {
    const next = rowAfterMessage(row, message, me());
    queryClient.setQueryData(conversationKeys.row(row._id), next);
    placeEverywhere(next);
  }
  readRowSoon(message.conversation_id);
}

/** The server's row has what an event cannot tell, for example the reply window. Read once for many events. */
function readRowSoon(id: string, delay = rowOf(id) ? ROW_AGAIN_MS : 0): void {
  if (rowTimers.has(id)) return;
  rowTimers.set(
    id,
    setTimeout(() => {
      rowTimers.delete(id);
      refreshRow(id).then(placeEverywhere, () => undefined);
    }, delay),
  );
}

function applyRowStatus(id: string, messageId: string, status: Message['status']): void {
  const row = rowOf(id);
  if (row?.last_message?._id !== messageId) return;
  const next = laterStatus(row.last_message.status as Message['status'], status);
  queryClient.setQueryData<Row>(conversationKeys.row(id), {
    ...row,
    last_message: { ...row.last_message, status: next },
  });
}

function applyRead(id: string, userId: string, upToSeq: number): void {
  if (userId !== me()) return;
  const row = rowOf(id);
  if (!row) return;
  if (upToSeq < row.last_seq) return readRowSoon(id, 0);
  const next = { ...row, unread_count: 0 };
  queryClient.setQueryData(conversationKeys.row(id), next);
  placeEverywhere(next);
}

/** Counts come from the server alone, read again at most every 2 s. */
function countAgain(): void {
  countsTimer ??= setTimeout(() => {
    countsTimer = undefined;
    void queryClient.invalidateQueries({ queryKey: conversationKeys.counts });
  }, COUNTS_EVERY_MS);
}
