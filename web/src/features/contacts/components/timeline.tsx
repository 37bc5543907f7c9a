import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { loadOlder, useContactAppointments } from '#web/features/appointments/appointments-queries.ts';
import { AppointmentCard } from '#web/features/appointments/components/appointment-card.tsx';
import { type Appointment, splitByTime } from '#web/features/appointments/contact-appointments.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { timelineOf } from '../contact-timeline.ts';
import { useContactConversations } from '../contacts-queries.ts';
import classes from './timeline.module.css';

/** What comes and what was: appointments and conversations of a customer, the latest first. */
export function Timeline({ contactId }: { contactId: string }) {
  const { t } = useTranslation(['people', 'appointments']);
  const time = useTimeSettings();
  const now = useNow();
  const query = useContactAppointments(contactId);
  const { data: rows = [] } = useContactConversations(contactId);
  return (
    <PanelSection title={t('timeline.title')} query={query}>
      {({ items, olderCursor }) => {
        const { coming, past } = splitByTime(items, now, time);
        const history = timelineOf(rows, past, olderCursor !== null);
        return (
          <>
            <Appointments label={t('appointments:coming')} appointments={coming} now={now} />
            {coming.length === 0 && <p className={classes.none}>{t('appointments:noneComing')}</p>}
            <h4 className={classes.heading}>{t('timeline.history')}</h4>
            {history.length === 0 && <p className={classes.none}>{t('timeline.none')}</p>}
            <ul className={classes.list} aria-label={t('timeline.history')}>
              {history.map((entry) => (
                <li key={entry.kind === 'appointment' ? entry.appointment._id : entry.row._id}>
                  {entry.kind === 'appointment' ? (
                    <AppointmentCard appointment={entry.appointment} now={now} />
                  ) : (
                    <ConversationLink row={entry.row} now={now} />
                  )}
                </li>
              ))}
            </ul>
            {olderCursor !== null && (
              <button type="button" className={classes.more} onClick={() => void loadOlder(contactId)}>
                {t('appointments:showOlder')}
              </button>
            )}
          </>
        );
      }}
    </PanelSection>
  );
}

function Appointments({ label, appointments, now }: { label: string; appointments: Appointment[]; now: number }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {appointments.map((appointment) => (
        <li key={appointment._id}>
          <AppointmentCard appointment={appointment} now={now} />
        </li>
      ))}
    </ul>
  );
}

function ConversationLink({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation('contacts');
  const time = useTimeSettings();
  const { _id, contact_id, contact, platform, status, last_message: last, last_activity_at: at } = row;
  return (
    <Link className={classes.conversation} to="/inbox/$view/$id" params={{ view: 'all', id: _id }}>
      <ContactAvatar id={contact_id} name={contact.full_name} url={contact.avatar_url} platform={platform} />
      <span className={classes.words}>
        <span className={classes.last}>{last?.content || t('channels.noWords')}</span>
        <span className={classes.facts}>
          {t(`channels.status.${status}`)} · <time dateTime={at}>{listTime(at, time, now)}</time>
        </span>
      </span>
    </Link>
  );
}
