import { useTranslation } from 'react-i18next';
import { useConversation } from '#web/features/conversations/conversations-queries.ts';
import { useJumpToMessage } from '../jump.ts';
import type { QuotedMessage } from '../thread-merge.ts';
import { useAuthor } from '../use-author.ts';
import classes from './quote.module.css';

interface QuoteProps {
  conversationId: string;
  quoted: QuotedMessage;
}

/** The quoted message above an answer. A click goes to it. */
export function Quote({ conversationId, quoted }: QuoteProps) {
  const { t } = useTranslation('messages');
  const jump = useJumpToMessage();
  return (
    <blockquote className={classes.quote}>
      <button
        type="button"
        className={classes.jump}
        title={t('quote.open')}
        onClick={() => jump(conversationId, quoted.seq)}
      >
        <QuotedWords conversationId={conversationId} quoted={quoted} />
      </button>
    </blockquote>
  );
}

/** Whose words they are, and the words. */
export function QuotedWords({ conversationId, quoted }: QuoteProps) {
  const { t } = useTranslation('messages');
  const { data: row } = useConversation(conversationId);
  const { content, attachment_type: kind } = quoted;
  const author = useAuthor(quoted.author, quoted.author.kind !== 'contact');
  return (
    <>
      <b className={classes.author}>{author ?? row?.contact.full_name}</b>
      <span className={classes.words}>{content || (kind ? t(`attachments.${kind}`) : t('deleted'))}</span>
    </>
  );
}
