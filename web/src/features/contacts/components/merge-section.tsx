import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { mergeContacts } from '../contact-actions.ts';
import { type Contact, type MergeSuggestion, useContact, useMergeSuggestions } from '../contacts-queries.ts';
import classes from './merge-section.module.css';

/** Says that another contact may be the same person; empty if there is no such contact. */
export function MergeSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation('contacts');
  const { data: contact } = useContact(contactId);
  const { data: suggestions } = useMergeSuggestions(contactId);
  const [compared, setCompared] = useState<MergeSuggestion | null>(null);
  const [first] = suggestions ?? [];
  if (!contact || !first) return null;
  return (
    <section className={classes.hint} aria-label={t('merge.title')}>
      <IconUsers size={20} stroke={1.75} aria-hidden />
      <p className={classes.words}>
        {t('merge.suggestion', { name: first.contact.full_name })}
        <span className={classes.reasons}>{first.reasons.map((reason) => t(`merge.reason.${reason}`)).join(', ')}</span>
      </p>
      <Button size="xs" variant="default" onClick={() => setCompared(first)}>
        {t('merge.compare')}
      </Button>
      {compared && <MergeDialog contact={contact} other={compared.contact} onClose={() => setCompared(null)} />}
    </section>
  );
}

function MergeDialog({ contact, other, onClose }: { contact: Contact; other: Contact; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const [isBusy, setBusy] = useState(false);
  const merge = async () => {
    setBusy(true);
    try {
      await mergeContacts(contact, other);
      onClose();
    } catch (error) {
      setBusy(false);
      toastError(error);
    }
  };
  const lines = [
    { label: t('contact.name'), of: ({ full_name }: Contact) => full_name },
    { label: t('contact.phone'), of: ({ phone }: Contact) => phone },
    { label: t('contact.email'), of: ({ email }: Contact) => email },
    { label: t('tags.title'), of: ({ tags }: Contact) => tags.join(', ') },
    { label: t('notes.title'), of: ({ notes }: Contact) => notes },
  ];
  return (
    <CardDialog title={t('merge.title')} isWide onClose={onClose}>
      <p>{t('merge.explanation', { name: other.full_name })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('merge.stays')}</th>
            <th scope="col">{t('merge.goes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(contact) || '–'}</td>
              <td>{of(other) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('merge.cancel')}
        </Button>
        <Button loading={isBusy} onClick={() => void merge()}>
          {t('merge.merge')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
