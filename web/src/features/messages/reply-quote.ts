import { actionOf } from '#web/app/actions/actions.ts';
import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { createStore, useStore } from '#web/lib/store.ts';
import type { Message, QuotedMessage } from './thread-merge.ts';

type Quotes = Readonly<Record<string, QuotedMessage>>;

const STORAGE_KEY = 'pb-quotes';

/** The message that the next reply of each conversation quotes. It stays with the draft, also over a reload of the page. */
const quotes = createStore<Quotes>(stored());

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
  store();
}

function stored(): Quotes {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Quotes;
  } catch {
    return {};
  }
}

function store(): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(quotes.get()));
  } catch {
    // Storage is switched off or full: quotes last until the page is closed.
  }
}

onSessionEnd(() => {
  quotes.set({});
  store();
});
