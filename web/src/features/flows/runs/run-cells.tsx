import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullTime, listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import cells from '#web/ui/row-cells.module.css';
import { customerName } from './customer-name.ts';
import { RunState } from './run-state.tsx';
import type { RunSummary } from './run-types.ts';
import classes from './run-cells.module.css';

/** The cells of one run in the list. The flow's name leads to the replay, the customer's name to the conversation. */
export function RunCells({ run }: { run: RunSummary }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const customer = customerName(run, t);
  return (
    <>
      <span role="cell" className={classes.flow}>
        <Link
          to="/flows/runs/$runId"
          params={{ runId: run._id }}
          className={cells.link}
          aria-label={t('list.openRun', { flow: run.flow_name, customer })}
        >
          {run.flow_name}
        </Link>
        <span className={classes.dim}>{t('list.version', { number: run.version })}</span>
      </span>
      <span role="cell">
        <Link
          to="/inbox/$view/$id"
          params={{ view: 'all', id: run.conversation_id }}
          className={classes.customer}
          aria-label={t('list.openConversation', { customer })}
        >
          {customer}
        </Link>
      </span>
      <span role="cell" className={classes.dim}>
        {t(`triggers.${run.trigger.kind}`)}
      </span>
      <span role="cell">
        <RunState run={run} />
      </span>
      <span role="cell" className={classes.dim} title={fullTime(run.started_at, time)}>
        {listTime(run.started_at, time)}
      </span>
      <span role="cell" className={classes.dim}>
        {t('steps', { count: run.steps })}
      </span>
    </>
  );
}
