import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useThread } from './messages-queries.ts';
import { quoteInReply } from './reply-quote.ts';
import { liveEnd } from './thread-windows.ts';

/** Offers to quote the newest message of the customer in the reply. */
export function useQuoteAction(conversationId: string): void {
  const { t } = useTranslation('messages');
  const { data: thread } = useThread(conversationId);
  const newest =
    thread && liveEnd(thread).messages.findLast(({ direction, deleted_at }) => direction === 'inbound' && !deleted_at);
  useAction({
    id: 'conversation.quote',
    label: t('actions.quoteNewest'),
    run: () => newest && quoteInReply(newest),
    when: newest !== undefined,
  });
}
