import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { boardingDay } from '../boarding-rows.ts';
import type { Diary } from '../diary-merge.ts';
import classes from './boarding-timeline.module.css';

/** How many stays begin, end and go on today. */
export function BoardingSummary({ diary, date }: { diary: Diary; date: string }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { arrivals, departures, staying } = boardingDay(diary, date, time);
  return (
    <p className={classes.summary}>
      {t('today')}: {t('boarding.arrivingToday', { count: arrivals.length })} ·{' '}
      {t('boarding.leavingToday', { count: departures.length })} ·{' '}
      {t('boarding.stayingToday', { count: staying.length })}
    </p>
  );
}
