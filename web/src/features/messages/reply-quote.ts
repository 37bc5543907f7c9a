import { actionOf } from '#web/app/actions/actions.ts';
import { createUserStore } from '#web/lib/session/user-store.ts';
import { useStore } from '#web/lib/store.ts';
import type { Message, QuotedMessage } from './thread-merge.ts';

type Quotes = Readonly<Record<string, QuotedMessage>>;

/** The message that the next reply of each conversation quotes. It stays with the draft, also over a reload of the page. */
const quotes = createUserStore<Quotes>('pb-quotes', {});

export const useReplyQuote = (conversationId: string): QuotedMessage | undefined => useStore(quotes)[conversationId];

/** Quotes the message in the next reply, and goes to the composer. */
export function quoteInReply(message: Message): void {
  const { _id: message_id, seq, author, content, attachments, conversation_id } = message;
  keepReplyQuote(conversation_id, { message_id, seq, author, content, attachment_type: attachments[0]?.type ?? null });
  actionOf('conversation.reply')?.run();
}

/** Sets or removes the quote of the next reply. */
export function keepReplyQuote(conversationId: string, quoted: QuotedMessage | undefined): void {
  const { [conversationId]: _before, ...others } = quotes.get();
  quotes.set(quoted ? { ...others, [conversationId]: quoted } : others);
}
