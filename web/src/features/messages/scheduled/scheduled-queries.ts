import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { randomId } from '#web/lib/random-id.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { outgoingMessages, type Written } from '../outgoing.ts';

export type Scheduled = Schemas['ScheduledMessageDto'];

export interface LaterTime {
  send_at: string;
  cancel_on_reply: boolean;
}

const keyOf = (conversationId: string) => ['scheduled-messages', conversationId] as const;

/** The waiting and the unsuccessful scheduled messages of a conversation, by time. */
export const scheduledQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id),
    // Always stale, because live events are followed only after this chunk is loaded.
    staleTime: 0,
    queryFn: async (): Promise<Scheduled[]> =>
      (await call(api.GET('/api/v1/conversations/{id}/scheduled-messages', { params: { path: { id } } }))).items,
  });

/** The last try that failed. The next try of the same words has the same `client_id`s, so no part is scheduled twice. */
let failedTry: { words: string; key: string } | undefined;

/** Schedules a reply. The parts of a long text keep their order. */
export async function scheduleReply(written: Written, later: LaterTime): Promise<void> {
  const { _id: id } = written.row;
  const messages = outgoingMessages(written).map(({ content, attachments, quoted }) => ({
    content,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(quoted ? { reply_to: quoted.message_id } : {}),
  }));
  const words = JSON.stringify([id, messages]);
  const key = failedTry?.words === words ? failedTry.key : randomId();
  failedTry = { words, key };
  for (const [index, message] of messages.entries()) {
    const time = { ...later, send_at: new Date(Date.parse(later.send_at) + index).toISOString() };
    const body = { ...message, ...time, client_id: `${key}-${index}` };
    const params = { path: { id } };
    const stored = await call(api.POST('/api/v1/conversations/{id}/scheduled-messages', { params, body }));
    // An earlier try may have had another time.
    const isSame = stored.send_at === time.send_at && stored.cancel_on_reply === time.cancel_on_reply;
    if (!isSame) await changeScheduled(stored, time);
  }
  failedTry = undefined;
  refresh(id);
}

export async function changeScheduled(
  { _id: id, conversation_id, version }: Scheduled,
  body: Schemas['UpdateScheduledMessageDto'],
): Promise<void> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/scheduled-messages/{id}', { params, body })).finally(() => refresh(conversation_id));
}

export async function deleteScheduled({ _id: id, conversation_id }: Scheduled): Promise<void> {
  const params = { path: { id } };
  await call(api.DELETE('/api/v1/scheduled-messages/{id}', { params })).finally(() => refresh(conversation_id));
}

export async function sendScheduledNow({ _id: id, conversation_id }: Scheduled): Promise<void> {
  const params = { path: { id } };
  await call(api.POST('/api/v1/scheduled-messages/{id}/send-now', { params })).finally(() => refresh(conversation_id));
}

function refresh(conversationId: string): void {
  void queryClient.invalidateQueries({ queryKey: keyOf(conversationId) });
}

onEvent('scheduled:updated', ({ conversationId }) => refresh(conversationId));
