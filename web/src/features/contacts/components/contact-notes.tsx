import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnd } from '#web/lib/session/access-token.ts';
import { toastError } from '#web/lib/toast.ts';
import { saveNotes } from '../contact-actions.ts';
import type { Contact } from '../contacts-queries.ts';
import classes from './contact-notes.module.css';

const MAX_LENGTH = 10_000;

interface Draft {
  text: string;
  /** The notes at the time when the user began to write. */
  began: string;
}

/** Unsaved notes by contact. They are kept while other conversations are open. */
const unsaved = new Map<string, Draft>();
onSessionEnd(() => unsaved.clear());

/** Notes about a contact. If a colleague has saved another text meanwhile, both are shown and the user decides. */
export function ContactNotes({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const [draft, showDraft] = useState(unsaved.get(contact._id) ?? null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const stored = contact.notes ?? '';
  const setDraft = (next: Draft | null) => {
    if (next) unsaved.set(contact._id, next);
    else unsaved.delete(contact._id);
    showDraft(next);
  };

  const save = async ({ text, began }: Draft) => {
    setBusy(true);
    try {
      const conflict = await saveNotes(contact._id, text.trim(), began);
      setTheirs(conflict ? conflict.theirs : null);
      setDraft(conflict ? { text, began: conflict.theirs } : null);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  const drop = () => {
    setDraft(null);
    setTheirs(null);
  };

  return (
    <div className={classes.notes}>
      <textarea
        className={classes.text}
        aria-label={t('notes.title')}
        placeholder={t('notes.hint')}
        maxLength={MAX_LENGTH}
        rows={draft ? 5 : 3}
        value={draft?.text ?? stored}
        onChange={({ currentTarget: { value } }) => setDraft({ text: value, began: draft?.began ?? stored })}
      />
      {theirs !== null && (
        <div className={classes.conflict} role="alert">
          <p>{t('notes.conflict')}</p>
          <blockquote>{theirs === '' ? t('notes.nothing') : theirs}</blockquote>
        </div>
      )}
      {draft && (
        <div className={classes.buttons}>
          <Button size="xs" loading={isBusy} onClick={() => void save(draft)}>
            {t(theirs === null ? 'notes.save' : 'notes.keepMine')}
          </Button>
          <Button size="xs" variant="default" onClick={drop}>
            {t(theirs === null ? 'notes.cancel' : 'notes.takeTheirs')}
          </Button>
        </div>
      )}
    </div>
  );
}
