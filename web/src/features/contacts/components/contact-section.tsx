import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { saveContact, toggleVip } from '../contact-actions.ts';
import { type Contact, useContact } from '../contacts-queries.ts';
import { ContactNotes } from './contact-notes.tsx';
import { ContactTags } from './contact-tags.tsx';
import { EditableField } from './editable-field.tsx';
import { LanguageField } from './language-field.tsx';
import classes from './contact-section.module.css';

/** The fields of a contact. A click on a value edits it. */
export function ContactSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation('contacts');
  return (
    <PanelSection title={t('contact.title')} query={useContact(contactId)}>
      {(contact) => (
        <>
          <NameLine contact={contact} />
          <ContactFields contact={contact} />
          <ContactTags contact={contact} />
          <ContactNotes key={contact._id} contact={contact} />
          <Created at={contact.created_at} />
        </>
      )}
    </PanelSection>
  );
}

function NameLine({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const Star = contact.is_vip ? IconStarFilled : IconStar;
  return (
    <div className={classes.name}>
      <ContactAvatar id={contact._id} name={contact.full_name} url={contact.avatar_url} />
      <EditableField
        label={t('contact.name')}
        value={contact.full_name}
        isTitle
        isRequired
        maxLength={200}
        onSave={(full_name) => saveContact(contact._id, { full_name })}
      />
      <ActionIcon
        variant="subtle"
        color={contact.is_vip ? 'leaf' : 'gray'}
        size={36}
        aria-label={t('contact.vip')}
        title={t('contact.vip')}
        aria-pressed={contact.is_vip}
        onClick={() => void toggleVip(contact)}
      >
        <Star size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function ContactFields({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  return (
    <>
      <EditableField
        label={t('contact.phone')}
        value={contact.phone ?? ''}
        type="tel"
        maxLength={32}
        onSave={(phone) => saveContact(contact._id, { phone: phone === '' ? null : phone })}
      />
      <EditableField
        label={t('contact.email')}
        value={contact.email ?? ''}
        type="email"
        maxLength={254}
        onSave={(email) => saveContact(contact._id, { email: email === '' ? null : email })}
      />
      <LanguageField contact={contact} />
    </>
  );
}

function Created({ at }: { at: string }) {
  const { t } = useTranslation('contacts');
  const time = useTimeSettings();
  return <p className={classes.created}>{t('contact.created', { date: plainDateWords(dateOf(at, time), time) })}</p>;
}
