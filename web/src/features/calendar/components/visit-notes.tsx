import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAppointment, toastUnlessTold } from '../appointment-commands.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import classes from './visit-notes.module.css';

const MAX_LENGTH = 5_000;

/** The notes of an appointment. */
export function VisitNotes({ row }: { row: DiaryAppointment }) {
  const { t } = useTranslation('calendar');
  const [draft, setDraft] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (text: string) => {
    setBusy(true);
    await changeAppointment(row, { notes: text.trim() === '' ? null : text.trim() }).then(
      () => setDraft(null),
      toastUnlessTold,
    );
    setBusy(false);
  };
  return (
    <section className={classes.notes} aria-label={t('notes')}>
      <label className={classes.label}>
        {t('notes')}
        <textarea
          className={classes.text}
          rows={3}
          maxLength={MAX_LENGTH}
          value={draft ?? row.notes ?? ''}
          onChange={({ target }) => setDraft(target.value)}
        />
      </label>
      {draft !== null && draft.trim() !== (row.notes ?? '') && (
        <Button size="sm" loading={isBusy} onClick={() => void save(draft)}>
          {t('save')}
        </Button>
      )}
    </section>
  );
}
