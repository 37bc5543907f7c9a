import { Button } from '@mantine/core';
import { IconClock, IconFile, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { copyText } from '../message-actions.ts';
import { discardPending, sendAgain } from '../sending.ts';
import type { PendingMessage } from '../thread-merge.ts';
import { MessageText } from './message-text.tsx';
import { NewerReply } from './newer-reply.tsx';
import { Quote } from './quote.tsx';
import classes from './message-bubble.module.css';

/** A message that this browser is sending. It looks like a stored one. */
export function PendingBubble({ message, startsGroup }: { message: PendingMessage; startsGroup: boolean }) {
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const { content, attachments, quoted, state, created_at: createdAt } = message;
  const isStopped = state === 'refused' || state === 'held';
  const isCollision = message.error?.code === 'NEWER_REPLY';
  const side = message.visibility === 'internal' ? 'note' : 'ours';
  return (
    <article
      className={classes.line}
      data-side={side}
      data-group={startsGroup || undefined}
      aria-label={t(`bubble.${side}`, { name: t('you'), time: clockTime(createdAt, time) })}
    >
      {startsGroup && side === 'ours' && <span className={classes.author}>{t('you')}</span>}
      <div className={classes.bubble} data-status={isStopped ? 'failed' : 'queued'}>
        {side === 'note' && (
          <p className={classes.noteHead}>
            <IconLock size={14} aria-hidden /> <b>{t('you')}</b> {t('note.private')}
          </p>
        )}
        {quoted && <Quote conversationId={message.conversation_id} quoted={quoted} />}
        {attachments.map(({ url, type, file_description: name }) => (
          <p key={url} className={classes.pendingFile}>
            <IconFile size={18} stroke={1.75} aria-hidden /> {name ?? t(`attachments.${type}`)}
          </p>
        ))}
        {content && <MessageText text={content} hasMentions={side === 'note'} />}
        <footer className={classes.foot}>
          {state !== 'sending' && <span>{t(`pending.${state}`)}</span>}
          <time dateTime={createdAt}>{clockTime(createdAt, time)}</time>
          {!isStopped && <IconClock size={14} role="img" aria-label={t('pending.sending')} />}
        </footer>
      </div>
      {isStopped && (isCollision ? <NewerReply message={message} /> : <StoppedFoot message={message} />)}
    </article>
  );
}

function StoppedFoot({ message: { client_id: clientId, state, error, content } }: { message: PendingMessage }) {
  const { t } = useTranslation('messages');
  return (
    <div className={classes.failed} role="alert">
      <span>{state === 'held' ? t('pending.heldText') : errorWords(error)}</span>
      {state === 'refused' && (
        <Button size="compact-sm" variant="default" onClick={() => sendAgain(clientId)}>
          {t('actions.retry')}
        </Button>
      )}
      {content !== '' && (
        <Button size="compact-sm" variant="default" onClick={() => copyText(content)}>
          {t('actions.copy')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => discardPending(clientId)}>
        {t('actions.discard')}
      </Button>
    </div>
  );
}
