import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { AssistantPage } from '../components/assistant-page.tsx';
import { costWords } from '../cost-words.ts';
import { settingsQuery } from '../settings/settings-queries.ts';
import type { AssistantStats } from '../assistant-types.ts';
import { DayTable, ReasonTable } from './components/stats-tables.tsx';
import { statsQuery } from './overview-queries.ts';
import classes from './overview.module.css';

const StatsChart = lazy(() =>
  import('./components/stats-chart.tsx').then(({ StatsChart: component }) => ({ default: component })),
);

const route = getRouteApi('/staff/assistant');
const PERIODS = ['7', '30'] as const;
const PERCENT = 100;

/** What the assistant has done in the last days. */
export function OverviewPage() {
  const { t } = useTranslation('assistant');
  const navigate = useNavigate();
  const { days = '7' } = route.useSearch();
  const query = useQuery({ ...statsQuery(Number(days)), placeholderData: keepPreviousData });
  const { data: stats, error } = query;
  return (
    <AssistantPage isWide>
      <div className={classes.head}>
        <ModeLine />
        <SegmentedControl
          aria-label={t('overview.period')}
          value={days}
          data={PERIODS.map((value) => ({ value, label: t('overview.days', { count: Number(value) }) }))}
          onChange={(value) => void navigate({ to: '/assistant', search: { days: value }, replace: true })}
        />
      </div>
      {error && !stats && <Failure error={error} onRetry={() => void query.refetch()} />}
      {stats && (
        <>
          <Tiles stats={stats} />
          {stats.turns === 0 ? (
            <p className={classes.none}>{t('overview.none')}</p>
          ) : (
            <div className={classes.columns}>
              <Suspense fallback={<div className={classes.waiting} aria-hidden />}>
                <StatsChart stats={stats} />
              </Suspense>
              <ReasonTable stats={stats} />
            </div>
          )}
          {stats.turns > 0 && <DayTable stats={stats} />}
        </>
      )}
    </AssistantPage>
  );
}

/** The mode of the company. */
function ModeLine() {
  const { t } = useTranslation(['assistant', 'turns']);
  const { data: settings } = useQuery(settingsQuery);
  if (!settings) return <span />;
  return (
    <p className={classes.mode} data-mode={settings.mode}>
      <b>{t(`turns:modes.${settings.mode}`)}</b> <span>{t(`modes.${settings.mode}`)}</span>{' '}
      <Link to="/assistant/settings" className={classes.link}>
        {t('tabs.settings')}
      </Link>
    </p>
  );
}

function Tiles({ stats }: { stats: AssistantStats }) {
  const { t } = useTranslation('assistant');
  const { locale } = useTimeSettings();
  const count = new Intl.NumberFormat(locale);
  const share = (part: number) => (stats.turns === 0 ? '' : ` (${Math.round((part / stats.turns) * PERCENT)} %)`);
  const { accepted, edited, rejected } = stats.suggestions;
  const judged = accepted + edited + rejected;
  const tiles = [
    ['turns', count.format(stats.turns)],
    ['alone', count.format(stats.answered_alone) + share(stats.answered_alone)],
    ['handedOff', count.format(stats.handed_off) + share(stats.handed_off)],
    ['emergencies', count.format(stats.emergencies)],
    ['booked', count.format(stats.booked)],
    ['changed', `${count.format(stats.moved)} / ${count.format(stats.cancelled)}`],
    ['suggestions', judged === 0 ? '–' : `${count.format(accepted + edited)} / ${count.format(judged)}`],
    ['cost', costWords(stats.cents, locale)],
  ] as const;
  return (
    <dl className={classes.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name} className={classes.tile}>
          <dt>{t(`overview.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
