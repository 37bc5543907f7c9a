import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUserName } from '#web/features/users/users-queries.ts';
import { appointmentTime, dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { type GoogleConflict, googleConflictsQuery } from '../google-calendar-queries.ts';
import { Refusal } from './refusal.tsx';

/** Appointments at times at which Google says that the person is busy. */
export function ConflictsCard() {
  const { t } = useTranslation('googleCalendar');
  const { data: conflicts, error } = useQuery(googleConflictsQuery);
  return (
    <Card title={t('conflicts.title')} text={t('conflicts.text')}>
      <Refusal error={error} />
      {conflicts && (
        <RowList empty={t('conflicts.none')}>
          {conflicts.map((one) => (
            <ConflictRow key={one._id} conflict={one} />
          ))}
        </RowList>
      )}
    </Card>
  );
}

function ConflictRow({
  conflict: { staff_id, starts_at, ends_at, title, appointment_ids },
}: {
  conflict: GoogleConflict;
}) {
  const { t } = useTranslation('googleCalendar');
  const time = useTimeSettings();
  const name = useUserName(staff_id) ?? t('staff.gone');
  const count = appointment_ids.length;
  return (
    <li>
      <span>
        <strong>{appointmentTime(starts_at, ends_at, time)}</strong>
        <small>
          {name} · {title ?? t('conflicts.private')} · {t('conflicts.count', { count })}
        </small>
      </span>
      <Link to="/calendar" search={{ day: dateOf(starts_at, time) }}>
        {t('conflicts.open')}
      </Link>
    </li>
  );
}
