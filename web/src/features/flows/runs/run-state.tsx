import { useTranslation } from 'react-i18next';
import { endOf, hasEnded, type RunStatus, type RunSummary } from './run-types.ts';
import classes from './run-state.module.css';

/** What a state means; it has this colour. */
const TONES: Record<RunStatus, 'active' | 'good' | 'bad' | 'plain'> = {
  running: 'active',
  waiting_input: 'active',
  waiting_delay: 'active',
  waiting_effect: 'active',
  done: 'good',
  failed: 'bad',
  stopped: 'plain',
  handed_off: 'plain',
};

/** The state of a run in a word, and why it ended. */
export function RunState({ run }: { run: Pick<RunSummary, 'status' | 'stop_reason' | 'ended_at'> }) {
  const { t } = useTranslation('flowRuns');
  const end = endOf(run);
  return (
    <span className={classes.state}>
      <span className={classes.chip} data-tone={TONES[run.status]}>
        {t(`status.${run.status}`)}
      </span>
      {/* "Finished: the flow reached its end" would say it twice. */}
      {hasEnded(run) && end && end !== 'finished' && <span className={classes.reason}>{t(`reasons.${end}`)}</span>}
    </span>
  );
}
