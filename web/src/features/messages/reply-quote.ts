import { useQuery } from '@tanstack/react-query';
import { actionOf } from '#web/app/actions/actions.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { createUserStore } from '#web/lib/session/user-store.ts';
import { useStore } from '#web/lib/store.ts';
import { refreshMessage, threadQuery } from './messages-queries.ts';
import { type Message, quoteOf, type QuotedMessage } from './thread-merge.ts';
import { messageIn } from './thread-windows.ts';

/** The id of the quoted message of each conversation. */
type Quotes = Readonly<Record<string, string>>;

/** The message that the next reply of each conversation quotes. It stays with the draft, also over a reload of the page. */
const quotes = createUserStore<Quotes>('pb-quotes', {});

const quotedQuery = (messageId: string | undefined) => ({
  queryKey: ['quoted-message', messageId] as const,
  staleTime: 0,
  gcTime: 0,
  queryFn: () => refreshMessage(String(messageId)),
});

/** The quoted message as it is now; undefined without a quote, and if the message was removed. */
export function useReplyQuote(conversationId: string): QuotedMessage | undefined {
  const id = useStore(quotes)[conversationId];
  const { data: inThread, isSuccess } = useQuery({
    ...threadQuery(conversationId),
    select: (thread) => (id === undefined ? null : messageIn(thread, id)),
  });
  // After a reload an old message is not in the loaded part of the thread.
  const isMissing = id !== undefined && isSuccess && inThread === null;
  const { data: read } = useQuery({ ...quotedQuery(id), enabled: isMissing });
  const message = inThread ?? (isMissing ? read : undefined);
  return message && quoteOf(message);
}

/** Quotes the message in the next reply, and goes to the composer. */
export function quoteInReply({ _id, conversation_id }: Message): void {
  keepReplyQuote(conversation_id, _id);
  actionOf('conversation.reply')?.run();
}

/** Sets or removes the quote of the next reply. */
export function keepReplyQuote(conversationId: string, messageId: string | undefined): void {
  const { [conversationId]: _before, ...others } = quotes.get();
  quotes.set(messageId === undefined ? others : { ...others, [conversationId]: messageId });
}

onEvent('message:updated', ({ message }) =>
  queryClient.setQueryData<Message>(quotedQuery(message._id).queryKey, (known) => known && message),
);
