import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconPlayerStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RunState } from './run-state.tsx';
import { hasEnded, type Run } from './run-types.ts';
import { useStopRun } from './use-stop-run.tsx';
import classes from './run-page.module.css';

export type RunView = 'canvas' | 'list';

interface RunHeaderProps {
  run: Run;
  /** Undefined where both views fit. */
  view: RunView | undefined;
  onView: (view: RunView) => void;
}

/** The name and state of the run, and the button that stops it. */
export function RunHeader({ run, view, onView }: RunHeaderProps) {
  const { t } = useTranslation('flowRuns');
  const stop = useStopRun(run._id);
  return (
    <header className={classes.header}>
      <Link to="/flows/runs" className={classes.back} aria-label={t('replay.back')} title={t('replay.back')}>
        <IconArrowLeft size={20} stroke={1.75} aria-hidden />
      </Link>
      <h1 className={classes.title}>{t('replay.title', { flow: run.flow_name })}</h1>
      <RunState run={run} />
      <span className={classes.space} />
      {view && (
        <SegmentedControl
          aria-label={t('replay.view')}
          value={view}
          onChange={onView}
          data={(['list', 'canvas'] as const).map((value) => ({
            value,
            label: t(value === 'list' ? 'replay.asList' : 'replay.asCanvas'),
          }))}
        />
      )}
      {!hasEnded(run) && (
        <Button size="sm" variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={stop.ask}>
          {t('replay.stop')}
        </Button>
      )}
      {stop.dialog}
    </header>
  );
}
