import { useTranslation } from 'react-i18next';
import { shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { dayWords, weekdayOf } from '../period-words.ts';
import classes from './boarding-timeline.module.css';

interface NightHeadsProps {
  dates: readonly string[];
  today: string;
  /** Free places of each night. */
  free: readonly number[];
  /** Names of closures by date. */
  closures: ReadonlyMap<string, string>;
}

/** The dates with the free places of their nights. */
export function NightHeads({ dates, today, free, closures }: NightHeadsProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  return (
    <div className={classes.heads} role="group" aria-label={t('boarding.free')}>
      <span className={classes.corner} aria-hidden>
        {t('boarding.free')}
      </span>
      {dates.map((date, index) => {
        const count = free[index] ?? 0;
        const closed = closures.get(date);
        const words = [dayWords(date, time), t('boarding.freeOn', { count }), closed && t('closed', { name: closed })];
        return (
          <span
            key={date}
            className={classes.head}
            data-today={date === today || undefined}
            data-closed={closed !== undefined || undefined}
            title={closed && t('closed', { name: closed })}
          >
            <span className="pb-visually-hidden">{words.filter(Boolean).join(', ')}</span>
            <span className={classes.weekday} aria-hidden>
              {weekdayOf(date, time)}
            </span>
            <span className={classes.date} aria-hidden>
              {index === 0 || date.endsWith('-01') ? shortDate(date, time) : Number(date.slice(8))}
            </span>
            <span className={classes.free} data-full={count === 0 || undefined} aria-hidden>
              {count}
            </span>
          </span>
        );
      })}
    </div>
  );
}
