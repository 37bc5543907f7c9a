import { useTranslation } from 'react-i18next';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { costWords } from '#web/features/assistant/cost-words.ts';
import { useTurnWords } from '#web/features/assistant/turns/use-turn-words.ts';
import type { AssistantStats } from '#web/features/assistant/assistant-types.ts';
import classes from '../overview.module.css';

/** Why conversations went to staff, the most frequent reason first. */
export function ReasonTable({ stats: { by_reason } }: { stats: AssistantStats }) {
  const { t } = useTranslation('assistant');
  const words = useTurnWords();
  const rows = [...by_reason].sort((a, b) => b.count - a.count);
  return (
    <Card title={t('overview.reasons')}>
      {rows.length === 0 ? (
        <p className={classes.hint}>{t('overview.noReasons')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('overview.reason')}</th>
              <th scope="col">{t('overview.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ reason, count }) => (
              <tr key={reason}>
                <td>{words.reason(reason)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** The days with work, the newest first. */
export function DayTable({ stats: { by_day } }: { stats: AssistantStats }) {
  const { t } = useTranslation('assistant');
  const time = useTimeSettings();
  const days = by_day.filter(({ turns }) => turns > 0).sort((a, b) => b.date.localeCompare(a.date));
  return (
    <Card title={t('overview.byDay')}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('overview.byDay')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['day', 'turns', 'alone', 'handedOff', 'booked', 'cost'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`overview.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, turns, answered_alone, handed_off, booked, cents }) => (
              <tr key={date}>
                <td>{plainDateWords(date, time)}</td>
                <td>{turns}</td>
                <td>{answered_alone}</td>
                <td>{handed_off}</td>
                <td>{booked}</td>
                <td>{costWords(cents, time.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
