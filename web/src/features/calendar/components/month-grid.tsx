import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { rangeOf } from '../calendar-days.ts';
import { countsQuery } from '../diary-queries.ts';
import { dayWords, weekdayNames } from '../period-words.ts';
import classes from './month-grid.module.css';

/** A month as the number of appointments of each day. */
export function MonthGrid({ day, today, onDay }: { day: string; today: string; onDay: (date: string) => void }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { data, error, refetch } = useQuery(countsQuery(rangeOf('month', day)));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const most = Math.max(1, ...(data ?? []).map(({ booked }) => booked));
  return (
    <div className={classes.month}>
      {weekdayNames(time).map((name) => (
        <span key={name} className={classes.weekday} aria-hidden>
          {name}
        </span>
      ))}
      {(data ?? []).map(({ date, booked, pending }) => (
        <button
          key={date}
          type="button"
          className={classes.day}
          data-outside={date.slice(0, 7) !== day.slice(0, 7) || undefined}
          data-today={date === today || undefined}
          onClick={() => onDay(date)}
        >
          <span className="pb-visually-hidden">{`${dayWords(date, time)}: ${t('booked', { count: booked })}`}</span>
          <span className={classes.number} aria-hidden>
            {Number(date.slice(8))}
          </span>
          {booked > 0 && (
            <span className={classes.count} aria-hidden>
              {booked}
            </span>
          )}
          {booked > 0 && <span className={classes.bar} style={{ width: `${(booked / most) * 100}%` }} />}
          {pending > 0 && <span className={classes.pending}>{t('waiting', { count: pending })}</span>}
        </button>
      ))}
    </div>
  );
}
