import { ActionIcon } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { loadOlder, useContactAppointments } from '../appointments-queries.ts';
import { type Appointment, splitByTime } from '../contact-appointments.ts';
import { AppointmentCard } from './appointment-card.tsx';
import classes from './appointments-section.module.css';

/** Number of past appointments that are shown at first. */
const FIRST_PAST = 3;

/** The appointments of a customer: coming ones, the next first, and past ones, the latest first. */
export function AppointmentsSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation('appointments');
  const time = useTimeSettings();
  const now = useNow();
  const book = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('book')}
      title={t('book')}
      onClick={() => openBookingPanel({ contactId })}
    >
      <IconCalendarPlus size={20} aria-hidden />
    </ActionIcon>
  );
  return (
    <PanelSection title={t('title')} action={book} query={useContactAppointments(contactId)}>
      {({ items, olderCursor }) => {
        const { coming, past } = splitByTime(items, now, time);
        return (
          <>
            {coming.length === 0 && <p className={classes.none}>{t('noneComing')}</p>}
            <ul className={classes.list} aria-label={t('coming')}>
              {coming.map((appointment) => (
                <li key={appointment._id}>
                  <AppointmentCard appointment={appointment} now={now} />
                </li>
              ))}
            </ul>
            {past.length > 0 && (
              <PastAppointments
                past={past}
                now={now}
                onLoadOlder={olderCursor === null ? undefined : () => loadOlder(contactId)}
              />
            )}
          </>
        );
      }}
    </PanelSection>
  );
}

interface PastProps {
  /** The latest first. */
  past: Appointment[];
  now: number;
  /** Undefined where all are loaded. */
  onLoadOlder: (() => Promise<void>) | undefined;
}

function PastAppointments({ past, now, onLoadOlder }: PastProps) {
  const { t } = useTranslation('appointments');
  const [isAll, setAll] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const older = async (load: () => Promise<void>) => {
    setBusy(true);
    await load();
    setBusy(false);
  };
  return (
    <>
      <h4 className={classes.heading}>{t('past')}</h4>
      <ul className={classes.list} aria-label={t('past')}>
        {past.slice(0, isAll ? past.length : FIRST_PAST).map((appointment) => (
          <li key={appointment._id}>
            <AppointmentCard appointment={appointment} now={now} />
          </li>
        ))}
      </ul>
      {!isAll && past.length > FIRST_PAST && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {onLoadOlder ? t('showMore') : t('showAll', { count: past.length })}
        </button>
      )}
      {isAll && onLoadOlder && (
        <button type="button" className={classes.more} disabled={isBusy} onClick={() => void older(onLoadOlder)}>
          {t('showOlder')}
        </button>
      )}
    </>
  );
}
