import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPhone, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyPaymentSection } from '#web/features/payments/components/lazy-payment-section.tsx';
import { isDangerous, speciesOf } from '#web/features/pets/pet-facts.ts';
import { ReminderList } from '#web/features/reminders/components/reminder-list.tsx';
import { moneyWords } from '#web/lib/money.ts';
import { appointmentTime, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import type { DayRange } from '../calendar-days.ts';
import type { Diary, DiaryAppointment } from '../diary-merge.ts';
import { diaryQuery } from '../diary-queries.ts';
import { NoticeList } from './notice-list.tsx';
import { PanelSteps } from './panel-steps.tsx';
import { StatusChip } from './status-chip.tsx';
import { VisitNotes } from './visit-notes.tsx';
import classes from './appointment-panel.module.css';

interface AppointmentPanelProps {
  id: string;
  /** The days whose diary has the appointment. */
  range: DayRange;
  onClose: () => void;
}

/** One appointment beside the calendar: the next step, people, pets and notes. */
export function AppointmentPanel({ id, range, onClose }: AppointmentPanelProps) {
  const { t } = useTranslation('calendar');
  const panel = useRef<HTMLElement>(null);
  const { data: diary } = useQuery(diaryQuery(range));
  const row = [...(diary?.appointments ?? []), ...(diary?.holds ?? [])].find(({ _id }) => _id === id);

  useEffect(() => {
    panel.current?.focus();
    return () => document.querySelector<HTMLElement>(`[data-appointment="${id}"]`)?.focus();
  }, [id]);

  // On the window: a button that has gone after its step leaves the focus nowhere.
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onKeyDown = ({ key, defaultPrevented, target }: KeyboardEvent) => {
      const isInDialog = target instanceof Element && target.closest('dialog') !== null;
      if (key === 'Escape' && !defaultPrevented && !isInDialog) close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <aside ref={panel} className={classes.panel} aria-label={t('appointment')} tabIndex={-1}>
      <header className={classes.head}>
        <h2 className={classes.title}>{row?.service_name ?? t('appointment')}</h2>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('closePanel')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        {row ? <Facts row={row} places={placeNames(row, diary?.resources)} /> : <p>{t('gone')}</p>}
      </div>
    </aside>
  );
}

const placeNames = ({ resources }: DiaryAppointment, all: Diary['resources'] = []): string[] =>
  resources.flatMap((id) => all.find(({ _id }) => _id === id)?.name ?? []);

function Facts({ row, places }: { row: DiaryAppointment; places: readonly string[] }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const now = useNow();
  return (
    <>
      <div className={classes.line}>
        <StatusChip status={row.status} />
        <span className={classes.time}>{appointmentTime(row.starts_at, row.ends_at, time, now)}</span>
      </div>
      {row.completed_at && row.completed_at < row.ends_at && (
        <p className={classes.fact}>{t('early.left', { time: weekdayTime(row.completed_at, time) })}</p>
      )}
      {row.confirmed_by_customer && (
        <p className={classes.confirmed}>
          <IconCheck size={16} aria-hidden />
          {t('customerConfirmed')}
        </p>
      )}
      {row.staff_name && <p className={classes.fact}>{t('with', { name: row.staff_name })}</p>}
      {places.length > 0 && <p className={classes.fact}>{places.join(', ')}</p>}
      {row.price !== null && <p className={classes.fact}>{moneyWords(row.price, row.currency, time.locale)}</p>}
      {row.pending_on.length > 0 && (
        <p className={classes.alert}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('waitsFor', { names: row.pending_on.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {row.override && <p className={classes.fact}>{t('override', { reason: row.override.reason })}</p>}
      {row.overbook && <p className={classes.fact}>{t('overbooked', { reason: row.overbook.reason })}</p>}
      <PanelSteps row={row} now={now} places={places} />
      {row.pets.map((pet) => (
        <section key={pet._id} className={classes.section} aria-label={pet.name}>
          <h3 className={classes.name}>
            <SpeciesGlyph species={speciesOf(pet.species)} size={18} />
            {pet.name}
          </h3>
          <ul className={classes.traits}>
            {pet.temperament.map((trait) => (
              <li key={trait} className={classes.trait} data-danger={isDangerous(trait) || undefined}>
                {trait}
              </li>
            ))}
            {pet.allergies.map((name) => (
              <li key={name} className={classes.trait} data-danger>
                {t('allergy', { name })}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {row.contact && <ContactLines contact={row.contact} />}
      {row.status !== 'held' && <LazyPaymentSection key={`payment ${row._id}`} whose={{ appointment_id: row._id }} />}
      {row.status !== 'held' && <VisitNotes key={row._id} row={row} />}
      {row.contact && row.status !== 'held' && <NoticeList appointmentId={row._id} />}
      {row.contact && row.status !== 'held' && <ReminderList appointmentId={row._id} />}
    </>
  );
}

function ContactLines({ contact }: { contact: NonNullable<DiaryAppointment['contact']> }) {
  const { t } = useTranslation('calendar');
  return (
    <section className={classes.section} aria-label={t('customer')}>
      <h3 className={classes.name}>{contact.full_name}</h3>
      {contact.phone && (
        <Button
          component="a"
          href={`tel:${contact.phone}`}
          variant="subtle"
          leftSection={<IconPhone size={16} aria-hidden />}
        >
          {contact.phone}
        </Button>
      )}
    </section>
  );
}
