import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, dateOf, instantOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import classes from '../booking-panel.module.css';

interface OtherTimeProps {
  /** The chosen start. */
  startsAt: string | null;
  /** The first day that is shown, `YYYY-MM-DD`. */
  from: string;
  onChoose: (startsAt: string) => void;
}

/** Types a start that is not among the free ones. */
export function OtherTime({ startsAt, from, onChoose }: OtherTimeProps) {
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" className={classes.link} onClick={() => setOpen(true)}>
        {t('time.other')}
      </button>
    );
  const day = startsAt === null ? from : dateOf(startsAt, time);
  const clock = startsAt === null ? '' : clockTime(startsAt, time);
  const choose = (date: string, hour: string) => {
    if (date !== '' && hour !== '') onChoose(instantOf(date, hour, time).toISOString());
  };
  return (
    <div className={classes.other}>
      <label className={classes.field}>
        {t('time.otherDay')}
        <input
          type="date"
          className={classes.select}
          value={day}
          onChange={({ currentTarget }) => choose(currentTarget.value, clock || '09:00')}
        />
      </label>
      <label className={classes.field}>
        {t('time.otherTime')}
        <input
          type="time"
          className={classes.select}
          value={clock}
          onChange={({ currentTarget }) => choose(day, currentTarget.value)}
        />
      </label>
    </div>
  );
}
