import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useReminderWords } from '../reminder-words.ts';
import { remindersOfQuery } from '../reminders-queries.ts';
import classes from './reminder-list.module.css';

/** What rules have sent about an appointment, the latest first; nothing if there was none. */
export function ReminderList({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation('reminders');
  const time = useTimeSettings();
  const words = useReminderWords();
  const { data: reminders = [] } = useQuery(remindersOfQuery(appointmentId));
  if (reminders.length === 0) return null;
  return (
    <section className={classes.reminders} aria-label={t('title')}>
      <h3 className={classes.title}>{t('title')}</h3>
      <ul className={classes.list}>
        {reminders.map((one) => (
          <li key={one._id}>
            <p className={classes.head}>{t(`kinds.${one.kind}`)}</p>
            {words.outcome(one).map((line) => (
              <p key={line} className={classes.fact}>
                {line}
              </p>
            ))}
            <p className={classes.fact}>{listTime(one.settled_at ?? one.created_at, time)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
