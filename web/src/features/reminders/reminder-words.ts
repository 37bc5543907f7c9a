import { useTranslation } from 'react-i18next';
import type { Reminder } from './reminders-queries.ts';

/** Words for what became of a reminder: its state, the way or the reason, and the answer of the customer. */
export function useReminderWords(): { outcome: (reminder: Reminder) => string[] } {
  const { t } = useTranslation('reminders');
  const reason = (code: string): string => t(`reasons.${code as 'late'}`, code);
  return {
    outcome: ({ state, way, reason: why, closed_ways, message_status, answer }) => {
      const detail = why === null ? (way ? t(`ways.${way}`) : '') : reason(why);
      const status = message_status === null ? '' : t(`statuses.${message_status as 'read'}`, '');
      const closed = closed_ways.map((one) => `${t(`ways.${one.way}`)}: ${reason(one.reason)}`);
      return [
        [t(`states.${state}`), detail, status].filter(Boolean).join(': '),
        ...(state === 'skipped' ? closed : []),
        ...(answer ? [t(`answers.${answer}`)] : []),
      ];
    },
  };
}
