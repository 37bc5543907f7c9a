import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { discardPending, sendAgain } from '../sending.ts';
import type { PendingMessage } from '../thread-merge.ts';
import { MessageText } from './message-text.tsx';
import classes from './message-bubble.module.css';

/** A message that is on its way from this browser. */
export function PendingBubble({ message }: { message: PendingMessage }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const side = message.visibility === 'internal' ? 'note' : 'ours';
  return (
    <article className={classes.line} data-side={side} data-group>
      <div className={classes.bubble} data-status={message.state === 'refused' ? 'failed' : 'queued'}>
        <MessageText text={message.content} />
        <footer className={classes.foot}>
          <span>{t(`pending.${message.state}`)}</span>
          <time dateTime={message.created_at}>{clockTime(message.created_at, time)}</time>
        </footer>
      </div>
      {message.state === 'refused' && <RefusedFoot message={message} />}
    </article>
  );
}

function RefusedFoot({ message: { client_id, error } }: { message: PendingMessage }) {
  const { t } = useTranslation('inbox');
  const isCollision = error?.code === 'NEWER_REPLY';
  return (
    <div className={classes.failed} role="alert">
      <span>{errorWords(error)}</span>
      <Button size="compact-sm" variant="default" onClick={() => sendAgain(client_id, isCollision)}>
        {t(isCollision ? 'actions.sendAnyway' : 'actions.retry')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => discardPending(client_id)}>
        {t('actions.discard')}
      </Button>
    </div>
  );
}
