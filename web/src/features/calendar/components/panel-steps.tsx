import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { setStatus } from '../appointment-commands.ts';
import { type SettableStatus, stepsOf } from '../appointment-steps.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import { earlyPickUp } from '../early-pick-up.ts';
import { isMovable } from '../grid-events.ts';
import { moveDialog } from '../move-commands.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { EarlyPickUpDialog } from './early-pick-up-dialog.tsx';
import classes from './panel-steps.module.css';

interface PanelStepsProps {
  row: DiaryAppointment;
  now: number;
  /** Names of the tables or kennels. */
  places: readonly string[];
}

/** The next step as the main button, and what else can be done. */
export function PanelSteps({ row, now, places }: PanelStepsProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { next, back, mayBeNoShow, mayCancel } = stepsOf(row, now, time, useIsManager());
  const early = earlyPickUp(row, now, time);
  // The end of a stay before its last day is never a usual step.
  const isStayEnd = next === 'completed' && early !== undefined && early.nights > 0;
  const [isPickedUp, setPickedUp] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const set = async (status: SettableStatus) => {
    setBusy(true);
    await setStatus(row, status);
    setBusy(false);
  };
  return (
    <div className={classes.steps}>
      {next && !isStayEnd && (
        <Button fullWidth loading={isBusy} onClick={() => void set(next)}>
          {t(`to.${next}`)}
        </Button>
      )}
      {isStayEnd && (
        <Button fullWidth onClick={() => setPickedUp(true)}>
          {t('early.button')}
        </Button>
      )}
      <div className={classes.others}>
        {early && !isStayEnd && (
          <Button variant="default" size="sm" disabled={isBusy} onClick={() => setPickedUp(true)}>
            {t('early.button')}
          </Button>
        )}
        {isMovable(row) && (
          <Button variant="default" size="sm" onClick={() => moveDialog.set({ row })}>
            {t('move')}
          </Button>
        )}
        {mayBeNoShow && (
          <Button variant="default" size="sm" disabled={isBusy} onClick={() => void set('no_show')}>
            {t('to.no_show')}
          </Button>
        )}
        {mayCancel && (
          <Button variant="default" size="sm" disabled={isBusy} onClick={() => setCancelling(true)}>
            {t('cancelIt')}
          </Button>
        )}
        {back && (
          <Button variant="default" size="sm" disabled={isBusy} onClick={() => void set(back)}>
            {t('back', { status: t(`status.${back}`) })}
          </Button>
        )}
      </div>
      {isPickedUp && early && (
        <EarlyPickUpDialog row={row} early={early} places={places} onClose={() => setPickedUp(false)} />
      )}
      {isCancelling && <CancelDialog row={row} onClose={() => setCancelling(false)} />}
    </div>
  );
}
