import './runs-live.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '#web/lib/use-media.ts';
import { Failure } from '#web/ui/failure.tsx';
import { versionQuery } from '../versions/versions-queries.ts';
import { RunDetails, SavedAnswers } from './run-details.tsx';
import { RunHeader, type RunView } from './run-header.tsx';
import { RunStage } from './run-stage.tsx';
import { stepsOf } from './run-steps.ts';
import { RunStepList } from './run-step-list.tsx';
import type { Run } from './run-types.ts';
import { runQuery } from './runs-queries.ts';
import classes from './run-page.module.css';

/** Below this width canvas and steps do not fit side by side. */
const NARROW = '(max-width: 899px)';

const route = getRouteApi('/staff/flows/runs/$runId');

/** One run, drawn on the version that it ran on, and as a list of its steps. */
export function RunPage() {
  const { runId } = route.useParams();
  const { data: run, error, refetch } = useQuery(runQuery(runId));
  if (run) return <Replay key={runId} run={run} />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
}

function Replay({ run }: { run: Run }) {
  const { t } = useTranslation('flowRuns');
  const isNarrow = useMedia(NARROW);
  const [view, setView] = useState<RunView>('list');
  // Null follows the run while it goes on.
  const [chosen, setChosen] = useState<number | null>(null);
  const { data: version, isError: isGone } = useQuery({
    ...versionQuery(run.flow_id, run.version),
    retry: false,
  });
  const steps = useMemo(() => stepsOf(run), [run]);
  const shown = chosen ?? steps.length;
  const hasStage = !isGone && (!isNarrow || view === 'canvas');
  return (
    <section className={classes.page} aria-label={t('replay.title', { flow: run.flow_name })}>
      <RunHeader run={run} view={isNarrow && !isGone ? view : undefined} onView={setView} />
      <div className={classes.body}>
        {hasStage && version && (
          <RunStage run={run} graph={version.graph} steps={steps} shown={shown} onShow={setChosen} />
        )}
        {hasStage && !version && <div className={classes.stage} />}
        {(!isNarrow || isGone || view === 'list') && (
          <div className={classes.side} tabIndex={0} role="region" aria-label={t('replay.details')}>
            {isGone && <p className={classes.gone}>{t('replay.noGraph')}</p>}
            <RunDetails run={run} />
            <RunStepList
              run={run}
              steps={steps}
              graph={version?.graph}
              shown={hasStage ? shown : steps.length}
              onShow={setChosen}
            />
            <SavedAnswers run={run} />
          </div>
        )}
      </div>
    </section>
  );
}
