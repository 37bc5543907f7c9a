import { IconArrowBackUp, IconCopy, IconLink, IconPencil, IconRotate, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageLink } from '../jump.ts';
import { copyText, type MessageAbilities, removeMessage, retryMessage } from '../message-actions.ts';
import { quoteInReply } from '../reply-quote.ts';
import type { Message } from '../thread-merge.ts';
import classes from './message-actions.module.css';

const MessageSheet = lazy(() =>
  import('./message-sheet.tsx').then(({ MessageSheet: component }) => ({ default: component })),
);

interface MessageActionsProps {
  message: Message;
  abilities: MessageAbilities;
  onEdit: () => void;
  /** The sheet for touch is open. */
  hasSheet: boolean;
  onSheetClose: () => void;
}

/** The actions on a message: a bar on hover and focus, a sheet after a long touch. */
export function MessageActions({ message, abilities, onEdit, hasSheet, onSheetClose }: MessageActionsProps) {
  const { t } = useTranslation('messages');
  const [isRemoving, setRemoving] = useState(false);
  const actions = [
    { key: 'quote', Icon: IconArrowBackUp, can: abilities.quote, run: () => quoteInReply(message) },
    { key: 'copy', Icon: IconCopy, can: abilities.copy, run: () => copyText(message.content) },
    { key: 'link', Icon: IconLink, can: true, run: () => copyText(messageLink(message)) },
    { key: 'retry', Icon: IconRotate, can: abilities.retry, run: () => retryMessage(message) },
    { key: 'edit', Icon: IconPencil, can: abilities.edit, run: onEdit },
    { key: 'remove', Icon: IconTrash, can: abilities.remove, run: () => setRemoving(true) },
  ] as const;
  const offered = actions.filter(({ can }) => can);
  if (isRemoving) return <ConfirmRemove message={message} onClose={() => setRemoving(false)} />;
  return (
    <>
      <div className={classes.bar} role="group" aria-label={t('actions.message')}>
        {offered.map(({ key, Icon, run }) => (
          <button key={key} type="button" className={classes.action} aria-label={t(`actions.${key}`)} onClick={run}>
            <Icon size={18} stroke={1.75} aria-hidden />
          </button>
        ))}
      </div>
      {hasSheet && (
        <Suspense>
          <MessageSheet actions={offered} onClose={onSheetClose} />
        </Suspense>
      )}
    </>
  );
}

function ConfirmRemove({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <div className={classes.confirm} role="alertdialog" aria-label={t('removeQuestion')}>
      <span>{t('removeQuestion')}</span>
      <button type="button" className={classes.danger} onClick={() => removeMessage(message)}>
        {t('actions.remove')}
      </button>
      <button type="button" className={classes.keep} onClick={onClose} autoFocus>
        {t('actions.keep')}
      </button>
    </div>
  );
}
