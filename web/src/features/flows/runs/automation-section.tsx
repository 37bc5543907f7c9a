import './runs-live.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { age, listTime, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { RunState } from './run-state.tsx';
import { hasEnded, type RunSummary } from './run-types.ts';
import { conversationRunsQuery } from './runs-queries.ts';
import { useStopRun } from './use-stop-run.tsx';
import classes from './automation-section.module.css';

/** The flow that runs in a conversation, and the runs before it. Nothing where no flow has run. */
export function AutomationSection({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('flowRuns');
  const query = useQuery(conversationRunsQuery(conversationId));
  // The panel is about the customer; what is missing here is on the page of the runs.
  if (query.isError || query.data?.length === 0) return null;
  return (
    <PanelSection title={t('inbox.title')} query={query}>
      {(runs) => {
        const active = runs.find((run) => !hasEnded(run));
        const last = runs.filter(hasEnded);
        return (
          <>
            {active ? <ActiveRun run={active} /> : <p className={classes.dim}>{t('inbox.none')}</p>}
            {last.length > 0 && (
              <ul className={classes.list} aria-label={t('inbox.last')}>
                {last.map((run) => (
                  <li key={run._id}>
                    <LastRun run={run} />
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </PanelSection>
  );
}

function ActiveRun({ run }: { run: RunSummary }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const stop = useStopRun(run._id);
  const since = age(useNow() - Date.parse(run.started_at), time);
  return (
    <div className={classes.active}>
      <p className={classes.name}>{run.flow_name}</p>
      <p className={classes.dim}>
        {t(`status.${run.status}`)}, {t('inbox.since', { time: since })}
        {run.waits_until && `, ${t('inbox.until', { time: weekdayTime(run.waits_until, time) })}`}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" aria-label={t('inbox.stopOf', { flow: run.flow_name })} onClick={stop.ask}>
          {t('inbox.stop')}
        </Button>
        <Link to="/flows/runs/$runId" params={{ runId: run._id }} className={classes.link}>
          {t('inbox.open')}
        </Link>
      </div>
      {stop.dialog}
    </div>
  );
}

function LastRun({ run }: { run: RunSummary }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const started = listTime(run.started_at, time);
  return (
    <Link
      to="/flows/runs/$runId"
      params={{ runId: run._id }}
      className={classes.last}
      aria-label={t('inbox.openOf', { flow: run.flow_name, time: started })}
    >
      <span className={classes.line}>
        <span className={classes.flow}>{run.flow_name}</span>
        <span className={classes.dim}>{started}</span>
      </span>
      <RunState run={run} />
    </Link>
  );
}
