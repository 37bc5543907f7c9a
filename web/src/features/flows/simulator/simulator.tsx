import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { useBuilder } from '../builder-context.ts';
import { ClockBar } from './clock-bar.tsx';
import { Composer } from './composer.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import { PhoneScreen } from './phone-screen.tsx';
import { SaveScenarioDialog } from './save-scenario-dialog.tsx';
import { Scenarios } from './scenarios.tsx';
import { SetupForm } from './setup-form.tsx';
import { useSimulation } from './use-simulation.ts';
import classes from './simulator.module.css';

/** A phone on which the user writes as the customer. The draft answers; nothing happens outside. */
export function Simulator() {
  const { t } = useTranslation('flowRuns');
  const { flow, isEditable } = useBuilder();
  const simulation = useSimulation();
  const [isSaving, setSaving] = useState(false);
  const { played, setup, state } = simulation;
  return (
    <div className={classes.simulator}>
      <p className={classes.hint}>{t('simulator.hint')}</p>
      <section className={classes.phone} aria-label={t('simulator.phone')}>
        <ClockBar simulation={simulation} />
        <PhoneScreen simulation={simulation} />
        {simulation.error !== null && (
          <p className={classes.error} role="alert">
            {errorWords(simulation.error)}
          </p>
        )}
        <Composer simulation={simulation} />
      </section>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={simulation.restart}
        >
          {t('simulator.restart')}
        </Button>
        {isEditable && played && state.inputs.length > 0 && (
          <Button size="xs" variant="default" onClick={() => setSaving(true)}>
            {t('simulator.saveAs')}
          </Button>
        )}
      </div>
      {played && <CoverageBar coverage={played.coverage} />}
      <SetupForm state={state} onChange={simulation.change} />
      <Scenarios onPlay={simulation.change} />
      {isSaving && played && (
        <SaveScenarioDialog flowId={flow._id} setup={setup} played={played} onClose={() => setSaving(false)} />
      )}
    </div>
  );
}
