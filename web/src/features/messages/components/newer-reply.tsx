import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUserName } from '#web/features/users/users-queries.ts';
import { age, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { giveBackDraft } from '../draft-sync.ts';
import { keepReplyQuote } from '../reply-quote.ts';
import { sendAgain, takeBack } from '../sending.ts';
import type { PendingMessage } from '../thread-merge.ts';
import classes from './message-bubble.module.css';

/** The colleague's reply in the details of the API's error. */
interface NewerReplyDetails {
  author?: { kind: string; id: string | null };
  sent_at?: string;
}

/** Shown if a colleague replied meanwhile: the user sends the message anyway, or puts it back into the composer. */
export function NewerReply({ message }: { message: PendingMessage }) {
  const { client_id, conversation_id, quoted, error } = message;
  const { t } = useTranslation('messages');
  const time = useTimeSettings();
  const [shownAt] = useState(() => Date.now());
  const now = Math.max(useNow(), shownAt);
  const { author, sent_at: sentAt } = (error?.details ?? {}) as NewerReplyDetails;
  const colleague = useUserName(author?.id ?? null);
  const kind = author?.kind;
  const name = kind === 'bot' || kind === 'phone' ? t(`newer.${kind}`) : (colleague ?? t('colleague'));
  const edit = () => {
    giveBackDraft(conversation_id, 'reply', takeBack(client_id));
    if (quoted) keepReplyQuote(conversation_id, quoted.message_id);
  };
  return (
    <div className={classes.newer} role="alert">
      <span>{t('newer.replied', { name, time: age(now - Date.parse(sentAt ?? ''), time) })}</span>
      <Button size="compact-sm" variant="default" onClick={() => sendAgain(client_id, true)}>
        {t('newer.sendAnyway')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={edit}>
        {t('newer.edit')}
      </Button>
    </div>
  );
}
