import { useTranslation } from 'react-i18next';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import classes from './move-dialog.module.css';

/** Where the dialog moves the appointment. */
export interface MoveChoice {
  day: string;
  /** Id of the person; empty if the visit needs none. */
  person: string;
  /** An instant; empty means the free start nearest to `time`, {@link OTHER_TIME} the time that is typed. */
  start: string;
  /** `HH:MM`. */
  time: string;
}

export const OTHER_TIME = 'other';

interface MoveFieldsProps {
  choice: MoveChoice;
  staff: readonly { _id: string; name: string }[];
  starts: readonly string[];
  /** The start that the field shows. */
  shown: string;
  onChange: (changed: Partial<MoveChoice>) => void;
}

/** The day, the person, and a start that is free or typed. */
export function MoveFields({ choice, staff, starts, shown, onChange }: MoveFieldsProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  return (
    <div className={classes.fields}>
      <label className={classes.field}>
        {t('day')}
        <input
          className={classes.input}
          type="date"
          data-autofocus
          value={choice.day}
          onChange={({ target }) => target.value !== '' && onChange({ day: target.value })}
        />
      </label>
      {choice.person !== '' && (
        <label className={classes.field}>
          {t('person')}
          <select
            className={classes.input}
            value={choice.person}
            onChange={({ target }) => onChange({ person: target.value })}
          >
            {staff.map(({ _id, name }) => (
              <option key={_id} value={_id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={classes.field}>
        {t('start')}
        <select className={classes.input} value={shown} onChange={({ target }) => onChange({ start: target.value })}>
          {starts.map((start) => (
            <option key={start} value={start}>
              {clockTime(start, time)}
            </option>
          ))}
          <option value={OTHER_TIME}>{t('otherTime')}</option>
        </select>
      </label>
      {shown === OTHER_TIME && (
        <label className={classes.field}>
          {t('time')}
          <input
            className={classes.input}
            type="time"
            value={choice.time}
            onChange={({ target }) => onChange({ time: target.value })}
          />
        </label>
      )}
    </div>
  );
}
