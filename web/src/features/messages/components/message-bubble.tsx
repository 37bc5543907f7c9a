import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { api, call } from '#web/lib/api/client.ts';
import { clockTime, fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { StatusTicks } from '#web/ui/status-ticks.tsx';
import { storeMessage } from '../messages-queries.ts';
import type { Message } from '../thread-merge.ts';
import { Attachments } from './attachments.tsx';
import { MessageText } from './message-text.tsx';
import classes from './message-bubble.module.css';

/** One message: the customer's at the left, ours at the right, a note over the whole width. */
export function MessageBubble({ message, startsGroup }: { message: Message; startsGroup: boolean }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const side = message.visibility === 'internal' ? 'note' : message.direction === 'inbound' ? 'theirs' : 'ours';
  return (
    <article
      className={classes.line}
      data-side={side}
      data-group={startsGroup || undefined}
      aria-label={t(`bubble.${side}`, { time: clockTime(message.sent_at, time) })}
    >
      <div className={classes.bubble} data-status={message.status}>
        {side === 'note' && (
          <p className={classes.noteHead}>
            <IconLock size={14} aria-hidden /> {t('note.private')}
          </p>
        )}
        {message.deleted_at ? (
          <p className={classes.deleted}>{t('deleted')}</p>
        ) : (
          <>
            <Attachments attachments={message.attachments} />
            {message.content && <MessageText text={message.content} />}
          </>
        )}
        <footer className={classes.foot}>
          {message.author.kind === 'bot' && <span>{t('author.bot')}</span>}
          {message.author.kind === 'phone' && <span>{t('author.phone')}</span>}
          <time dateTime={message.sent_at} title={fullTime(message.sent_at, time)}>
            {clockTime(message.sent_at, time)}
          </time>
          {side === 'ours' && <StatusTicks status={message.status} />}
        </footer>
        {message.reactions.length > 0 && (
          <span className={classes.reactions}>{message.reactions.map(({ emoji }) => emoji).join('')}</span>
        )}
      </div>
      {message.status === 'failed' && <FailedFoot message={message} />}
    </article>
  );
}

function FailedFoot({ message }: { message: Message }) {
  const { t } = useTranslation('inbox');
  const retry = () =>
    void call(api.POST('/api/v1/messages/{id}/retry', { params: { path: { id: message._id } } })).then(
      ({ messageData }) => storeMessage(messageData),
      toastError,
    );
  return (
    <div className={classes.failed} role="alert">
      <span>{message.error ? errorWords(message.error) : t('failed')}</span>
      <Button size="compact-sm" variant="default" onClick={retry}>
        {t('actions.retry')}
      </Button>
    </div>
  );
}
