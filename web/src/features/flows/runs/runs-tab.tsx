import './runs-live.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullTime, listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { useBuilder } from '../builder-context.ts';
import { customerName } from './customer-name.ts';
import { RunState } from './run-state.tsx';
import type { RunSummary } from './run-types.ts';
import { runsQuery } from './runs-queries.ts';
import classes from './runs-tab.module.css';

const SHOWN = 10;

/** The newest runs of the flow in the builder. */
export function RunsTab() {
  const { t } = useTranslation('flowRuns');
  const { flow } = useBuilder();
  const { data, error, refetch } = useInfiniteQuery(runsQuery({ flow: flow._id }));
  const runs = data?.pages[0]?.items;
  if (!runs) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  if (runs.length === 0) return <p className={classes.hint}>{t('list.noneOfFlow')}</p>;
  return (
    <>
      <ul className={classes.list} aria-label={t('list.ofFlow')}>
        {runs.slice(0, SHOWN).map((run) => (
          <li key={run._id}>
            <RunCard run={run} />
          </li>
        ))}
      </ul>
      <Link to="/flows/runs" search={{ flow: flow._id }} className={classes.all}>
        {t('list.all')}
      </Link>
    </>
  );
}

function RunCard({ run }: { run: RunSummary }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const customer = customerName(run, t);
  return (
    <Link to="/flows/runs/$runId" params={{ runId: run._id }} className={classes.card}>
      <span className={classes.name}>{customer}</span>
      <span className={classes.dim} title={fullTime(run.started_at, time)}>
        {listTime(run.started_at, time)} · {t('steps', { count: run.steps })} ·{' '}
        {t('list.version', { number: run.version })}
      </span>
      <RunState run={run} />
    </Link>
  );
}
