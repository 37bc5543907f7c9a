import { IconArrowBackUp, IconCalendarEvent, IconLock, IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentTime, listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import type { Found, Hit } from '../search-lines.ts';
import classes from './hit-line.module.css';

export function HitLine({ hit }: { hit: Hit }) {
  switch (hit.kind) {
    case 'contacts':
      return <ContactLine contact={hit.found} />;
    case 'pets':
      return <PetLine pet={hit.found} />;
    case 'messages':
      return <MessageLine message={hit.found} />;
    case 'appointments':
      return <AppointmentLine appointment={hit.found} />;
  }
}

interface LineProps {
  glyph: ReactNode;
  title: string;
  time?: string;
  children: ReactNode;
}

function Line({ glyph, title, time, children }: LineProps) {
  return (
    <>
      <span className={classes.glyph}>{glyph}</span>
      <span className={classes.text}>
        <span className={classes.head}>
          <span className={classes.title}>{title}</span>
          {time && <span className={classes.time}>{time}</span>}
        </span>
        <span className={classes.detail}>{children}</span>
      </span>
    </>
  );
}

/** Parts of a detail that are there, with a dot between them. */
const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

function ContactLine({ contact }: { contact: Found['contacts'][number] }) {
  const { t } = useTranslation('search');
  const { _id, full_name: name, avatar_url: url, phone, email, conversation_id } = contact;
  const avatar = <ContactAvatar id={_id} name={name} url={url} size="small" />;
  return (
    <Line glyph={avatar} title={name}>
      {joined(phone, email, conversation_id === null ? t('noConversation') : null)}
    </Line>
  );
}

function PetLine({ pet }: { pet: Found['pets'][number] }) {
  const { t } = useTranslation('search');
  const { name, species, contact_name, conversation_id } = pet;
  return (
    <Line glyph={<SpeciesGlyph species={species ?? undefined} />} title={name}>
      {joined(contact_name, conversation_id === null ? t('noConversation') : null)}
    </Line>
  );
}

function MessageLine({ message }: { message: Found['messages'][number] }) {
  const { t } = useTranslation('search');
  const time = useTimeSettings();
  const { contact_name, excerpt, visibility, direction, sent_at } = message;
  const isNote = visibility === 'internal';
  const Glyph = isNote ? IconLock : direction === 'outbound' ? IconArrowBackUp : IconMessage;
  const label = isNote ? t('note') : t(`direction.${direction}`);
  const glyph = <Glyph size={20} stroke={1.75} role="img" aria-label={label} />;
  return (
    <Line glyph={glyph} title={contact_name ?? t('someone')} time={listTime(sent_at, time)}>
      {excerpt.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}
    </Line>
  );
}

function AppointmentLine({ appointment }: { appointment: Found['appointments'][number] }) {
  const { t } = useTranslation('appointments');
  const { t: words } = useTranslation('search');
  const time = useTimeSettings();
  const { service_name, contact_name, status, starts_at, ends_at, conversation_id } = appointment;
  const glyph = <IconCalendarEvent size={20} stroke={1.75} aria-hidden />;
  return (
    <Line glyph={glyph} title={service_name ?? t('service')} time={appointmentTime(starts_at, ends_at, time)}>
      {joined(contact_name, t(`status.${status}`), conversation_id === null ? words('noConversation') : null)}
    </Line>
  );
}
