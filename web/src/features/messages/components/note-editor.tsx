import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editNote } from '../message-actions.ts';
import type { Message } from '../thread-merge.ts';
import classes from './note-editor.module.css';

/** Changes a note in its place. */
export function NoteEditor({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation('messages');
  const [text, setText] = useState(message.content);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    if (await editNote(message, text.trim())) onClose();
    else setSaving(false);
  };
  return (
    <div className={classes.editor}>
      <textarea
        className={classes.text}
        aria-label={t('actions.edit')}
        value={text}
        autoFocus
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      />
      <Button size="compact-sm" loading={isSaving} disabled={text.trim() === ''} onClick={() => void save()}>
        {t('actions.save')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onClose}>
        {t('actions.cancel')}
      </Button>
    </div>
  );
}
