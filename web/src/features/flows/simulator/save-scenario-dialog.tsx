import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Simulation, SimulationSetup } from './simulation-types.ts';
import { saveScenario } from './simulator-queries.ts';
import classes from './simulator.module.css';

const MAX_NAME = 100;

interface SaveScenarioDialogProps {
  flowId: string;
  setup: SimulationSetup;
  played: Simulation;
  onClose: () => void;
}

/** Records the test: its name, what the flow must say, and how it must end. */
export function SaveScenarioDialog({ flowId, setup, played, onClose }: SaveScenarioDialogProps) {
  const { t } = useTranslation('flowRuns');
  const texts = [
    ...new Set(played.transcript.filter(({ from, text }) => from === 'flow' && text !== '').map(({ text }) => text)),
  ];
  const [name, setName] = useState(setup.inputs.find(({ text }) => text !== undefined)?.text?.slice(0, MAX_NAME) ?? '');
  // Every expected text breaks the scenario when it is reworded, so only the last one is chosen at first.
  const [says, setSays] = useState<readonly string[]>(texts.slice(-1));
  const [hasEnd, setHasEnd] = useState(true);
  const save = useMutation({
    mutationFn: () => {
      const expected = { says: [...says], ...(hasEnd ? { stop_reason: played.stop_reason } : {}) };
      return saveScenario(flowId, { ...setup, name: name.trim(), expected });
    },
    onSuccess: () => {
      toast({ message: t('simulator.saved') });
      onClose();
    },
  });
  const toggle = (text: string, isOn: boolean) =>
    setSays(texts.filter((one) => (one === text ? isOn : says.includes(one))));
  return (
    <CardDialog title={t('simulator.saveAs')} onClose={onClose}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          data-autofocus
          required
          label={t('simulator.scenarioName')}
          maxLength={MAX_NAME}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {texts.length > 0 && (
          <fieldset className={classes.stubs}>
            <legend>{t('simulator.mustSay')}</legend>
            {texts.map((text) => (
              <Checkbox
                key={text}
                label={text}
                checked={says.includes(text)}
                onChange={({ currentTarget }) => toggle(text, currentTarget.checked)}
              />
            ))}
          </fieldset>
        )}
        <fieldset className={classes.stubs}>
          <legend>{t('simulator.mustEnd')}</legend>
          <Checkbox
            label={played.stop_reason ? t(`reasons.${played.stop_reason}`) : t('simulator.endWaits')}
            checked={hasEnd}
            onChange={({ currentTarget }) => setHasEnd(currentTarget.checked)}
          />
        </fieldset>
        <FormError error={save.error} />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('simulator.save')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}
