import { ActionIcon } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWeekdays } from '#web/lib/time/weekdays.ts';
import { copyToWorkingDays, type ScheduleProblem, USUAL_WINDOW, type Window } from '../schedule-draft.ts';
import classes from './schedule-form.module.css';
import { WindowFields } from './window-fields.tsx';

const MAX_WINDOWS = 12;
const AFTER_A_BREAK = { from: '13:00', to: '18:00' };

interface WeekFieldsProps {
  /** The windows of each weekday, from Monday on. */
  week: readonly Window[][];
  onChange: (week: Window[][]) => void;
  problemOf: (day: number) => ScheduleProblem | undefined;
}

/** The hours of each day of a week. */
export function WeekFields({ week, onChange, problemOf }: WeekFieldsProps) {
  const { t } = useTranslation('schedules');
  const weekdays = useWeekdays();
  const set = (index: number, windows: Window[]) => onChange(week.map((one, day) => (day === index ? windows : one)));
  const hasSeveral = week.filter((windows) => windows.length > 0).length > 1;
  return (
    <div className={classes.week}>
      {weekdays.map(({ long }, index) => {
        const windows = week[index] ?? [];
        const isOn = windows.length > 0;
        const problem = problemOf(index);
        return (
          <fieldset key={long} className={classes.day} aria-label={long}>
            <label className={classes.name}>
              <input
                type="checkbox"
                checked={isOn}
                onChange={({ currentTarget }) => set(index, currentTarget.checked ? [USUAL_WINDOW] : [])}
              />
              {long}
            </label>
            <div className={classes.windows}>
              {isOn ? (
                <WindowFields windows={windows} onChange={(changed) => set(index, changed)} />
              ) : (
                <span className={classes.off}>{t('dayOff')}</span>
              )}
            </div>
            {isOn && (
              <div className={classes.buttons}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  disabled={windows.length >= MAX_WINDOWS}
                  aria-label={t('addBreak', { day: long })}
                  title={t('addBreak', { day: long })}
                  onClick={() => set(index, withBreak(windows))}
                >
                  <IconPlus size={18} aria-hidden />
                </ActionIcon>
                {hasSeveral && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={t('copy', { day: long })}
                    title={t('copy', { day: long })}
                    onClick={() => onChange(copyToWorkingDays(week, index))}
                  >
                    <IconCopy size={18} aria-hidden />
                  </ActionIcon>
                )}
              </div>
            )}
            {problem && (
              <p className={classes.problem} role="alert">
                {t(`problems.${problem}`)}
              </p>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

/** Splits the usual day at noon; adds an empty window to any other. */
function withBreak(windows: Window[]): Window[] {
  const [first] = windows;
  const isLong = windows.length === 1 && first && first.from < '12:00' && first.to > '13:00';
  if (isLong)
    return [
      { from: first.from, to: '12:00' },
      { ...AFTER_A_BREAK, to: first.to },
    ];
  return [...windows, { from: '', to: '' }];
}
