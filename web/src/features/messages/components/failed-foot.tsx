import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../failure-words.ts';
import { canRetry, copyText, retryMessage } from '../message-actions.ts';
import type { Message } from '../thread-merge.ts';
import classes from './message-bubble.module.css';

/** The reason why a message was not sent, and the possible actions. */
export function FailedFoot({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const details = message.error?.details;
  return (
    <div className={classes.failed}>
      <span title={details}>{message.error ? failureWords(message.error) : t('failed')}</span>
      {canRetry(message) && (
        <Button size="compact-sm" variant="default" onClick={() => retryMessage(message)}>
          {t('actions.retry')}
        </Button>
      )}
      {message.content !== '' && (
        <Button size="compact-sm" variant="default" onClick={() => copyText(message.content)}>
          {t('actions.copy')}
        </Button>
      )}
    </div>
  );
}
