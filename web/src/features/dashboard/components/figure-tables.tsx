import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { duration, type TimeSettings, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import type { Stats } from '../dashboard-queries.ts';
import classes from './figures.module.css';

/** The figures by channel, service and person. */
export function FigureTables({ stats }: { stats: Stats }) {
  const { t } = useTranslation('dashboard');
  const time = useTimeSettings();
  const money = (amount: number) => moneyWords(amount, stats.currency, time.locale);
  const nameOf = ({ name }: { name: string | null }) => name ?? t('tables.deleted');
  return (
    <div className={classes.tables}>
      <FigureTable
        title={t('tables.channels')}
        heads={[t('figures.in'), t('figures.out'), t('figures.reply')]}
        rows={stats.by_channel.map((one) => [
          nameOf(one),
          one.messages_in,
          one.messages_out,
          replyTime(one.first_reply_ms.p50, time),
        ])}
      />
      <FigureTable
        title={t('tables.services')}
        heads={[t('figures.bookings'), t('figures.noShows'), t('figures.revenue')]}
        rows={stats.by_service.map((one) => [nameOf(one), one.bookings, one.no_shows, money(one.revenue)])}
      />
      <FigureTable
        title={t('tables.people')}
        heads={[t('figures.out'), t('figures.reply'), t('figures.bookings'), t('figures.revenue')]}
        rows={stats.by_person.map((one) => [
          nameOf(one),
          one.messages_out,
          replyTime(one.first_reply_ms.p50, time),
          one.bookings,
          money(one.revenue),
        ])}
      />
    </div>
  );
}

const replyTime = (ms: number | null, time: TimeSettings): string => (ms === null ? '–' : duration(ms, time));

interface TableProps {
  title: string;
  heads: readonly string[];
  /** The name first. */
  rows: readonly (readonly (string | number)[])[];
}

function FigureTable({ title, heads, rows }: TableProps) {
  const { t } = useTranslation('dashboard');
  return (
    <Card title={title}>
      {rows.length === 0 && <p className={classes.none}>{t('tables.none')}</p>}
      <div className={classes.scroll} hidden={rows.length === 0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('tables.name')}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
