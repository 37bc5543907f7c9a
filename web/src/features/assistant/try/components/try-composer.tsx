import { ActionIcon } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../try.module.css';

const MAX_TEXT = 2_000;

/** Where the user writes as the customer. */
export function TryComposer({ isWaiting, onSay }: { isWaiting: boolean; onSay: (text: string) => void }) {
  const { t } = useTranslation('assistant');
  const [text, setText] = useState('');
  const canSend = text.trim() !== '' && !isWaiting;
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canSend) return;
        onSay(text.trim());
        setText('');
      }}
    >
      <input
        type="text"
        autoComplete="off"
        aria-label={t('try.write')}
        placeholder={t('try.write')}
        maxLength={MAX_TEXT}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ActionIcon type="submit" size={36} radius="xl" aria-label={t('try.send')} disabled={!canSend}>
        <IconSend size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </form>
  );
}
