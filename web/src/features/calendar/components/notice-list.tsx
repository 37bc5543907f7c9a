import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { listTime, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { type Notice, noticesQuery } from '../notices.ts';
import classes from './notice-list.module.css';

/** What the customer was told about an appointment, the latest first: when, how, or why not. */
export function NoticeList({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { data: notices } = useQuery(noticesQuery(appointmentId));
  if (!notices) return null;
  return (
    <section className={classes.notices} aria-label={t('notices.title')}>
      <h3 className={classes.title}>{t('notices.title')}</h3>
      {notices.length === 0 && <p className={classes.fact}>{t('notices.none')}</p>}
      <ul className={classes.list}>
        {notices.toReversed().map((notice) => (
          <li key={notice._id}>
            <p className={classes.head}>
              {t(`notices.kinds.${notice.kind}`)}: {weekdayTime(notice.starts_at, time)}
            </p>
            {wayWords(notice, t).map((words) => (
              <p key={words} className={classes.fact}>
                {words}
              </p>
            ))}
            <p className={classes.fact}>{listTime(notice.created_at, time)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One line for each way; one for both if the reason is the same. */
function wayWords({ mail, message }: Notice, t: TFunction<'calendar'>): string[] {
  const isSame = mail.state === 'skipped' && message.state === 'skipped' && mail.reason === message.reason;
  if (isSame) return [capitalized(stateWords(mail, t))];
  const status = message.status === null ? undefined : t(`notices.statuses.${message.status as 'read'}`, '');
  return [
    `${t('notices.ways.message')}: ${status || stateWords(message, t)}`,
    `${t('notices.ways.mail')}: ${stateWords(mail, t)}`,
  ];
}

function stateWords({ state, reason }: Notice['mail'] | Notice['message'], t: TFunction<'calendar'>): string {
  const why = reason === null ? '' : t(`notices.reasons.${reason as 'silent'}`, reason);
  return [t(`notices.states.${state}`), why].filter(Boolean).join(': ');
}

const capitalized = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
