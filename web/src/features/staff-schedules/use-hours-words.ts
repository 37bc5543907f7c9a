import { useTranslation } from 'react-i18next';
import { useWeekdays } from '#web/lib/time/weekdays.ts';
import type { Window } from './schedule-draft.ts';
import { hoursOfDays } from './week-hours.ts';

/** The hours of a week in lines such as `Mon – Fri: 09:00–12:00, 13:00–18:00`. */
export function useHoursWords() {
  const { t } = useTranslation('schedules');
  const weekdays = useWeekdays();
  const name = (day: number): string => weekdays[day - 1]?.short ?? '';
  return (week: readonly Window[][]): string[] =>
    hoursOfDays(week).map(({ first, last, windows }) => {
      const days = first === last ? name(first) : t('dayRange', { first: name(first), last: name(last) });
      return `${days}: ${windows.map(({ from, to }) => `${from}–${to}`).join(', ')}`;
    });
}
