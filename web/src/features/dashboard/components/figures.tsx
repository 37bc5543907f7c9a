import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { duration, useTimeSettings } from '#web/lib/time/company-time.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { statsQuery, type Stats } from '../dashboard-queries.ts';
import { PERIODS } from '../periods.ts';
import { Charts } from './charts.tsx';
import { FigureTables } from './figure-tables.tsx';
import classes from './figures.module.css';

const DEFAULT_PERIOD = '30';

/** The figures of the company over a period that the user chooses. */
export function Figures() {
  const { t } = useTranslation('dashboard');
  const { days = DEFAULT_PERIOD } = useSearch({ from: '/staff/today' });
  const navigate = useNavigate();
  const { data: stats, error } = useQuery({ ...statsQuery(Number(days)), placeholderData: keepPreviousData });
  return (
    <section className={classes.figures} aria-labelledby="figures-title">
      <header className={classes.head}>
        <h2 id="figures-title" className={classes.title}>
          {t('figures.title')}
        </h2>
        <SegmentedControl
          aria-label={t('figures.period')}
          value={days}
          data={PERIODS.map((value) => ({ value, label: t('figures.days', { count: Number(value) }) }))}
          onChange={(value) => void navigate({ to: '/today', search: { days: value }, replace: true })}
        />
      </header>
      <FormError error={error} />
      {stats && (
        <>
          <Tiles stats={stats} />
          <Charts stats={stats} />
          <FigureTables stats={stats} />
        </>
      )}
    </section>
  );
}

function Tiles({ stats }: { stats: Stats }) {
  const { t } = useTranslation('dashboard');
  const time = useTimeSettings();
  const { p50, p90 } = stats.first_reply_ms;
  const count = new Intl.NumberFormat(time.locale);
  const tiles = [
    ['in', count.format(stats.messages_in)],
    ['out', count.format(stats.messages_out)],
    ['reply', p50 === null ? '–' : duration(p50, time)],
    ['replySlow', p90 === null ? '–' : duration(p90, time)],
    ['bookings', count.format(stats.bookings)],
    ['noShows', count.format(stats.no_shows)],
    ['revenue', moneyWords(stats.revenue, stats.currency, time.locale)],
  ] as const;
  return (
    <dl className={classes.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={classes.tile}>
          <dt>{t(`figures.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
