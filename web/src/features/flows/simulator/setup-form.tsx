import { Switch, TextInput } from '@mantine/core';
import '@mantine/core/styles/Switch.css';
import { useTranslation } from 'react-i18next';
import type { SimulatorState, TestPerson } from './simulator-store.ts';
import { StubsForm } from './stubs-form.tsx';
import classes from './simulator.module.css';

interface SetupFormProps {
  state: SimulatorState;
  onChange: (fields: Partial<SimulatorState>) => void;
}

const FIELDS = [
  ['name', 'name'],
  ['phone', 'phoneNumber'],
  ['tags', 'tags'],
  ['pet', 'pet'],
  ['species', 'species'],
] as const;
const SWITCHES = [
  ['isOpen', 'open'],
  ['isWindowOpen', 'window'],
] as const;

/** Who the customer of the test is, and what other systems answer. */
export function SetupForm({ state, onChange }: SetupFormProps) {
  const { t } = useTranslation('flowRuns');
  const { person, stubs } = state;
  const set = (fields: Partial<TestPerson>) => onChange({ person: { ...person, ...fields } });
  return (
    <details className={classes.details}>
      <summary>{t('simulator.setup')}</summary>
      <div className={classes.fields}>
        {FIELDS.map(([field, label]) => (
          <TextInput
            key={field}
            size="sm"
            label={t(`simulator.${label}`)}
            value={person[field]}
            onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
          />
        ))}
        {SWITCHES.map(([field, label]) => (
          <Switch
            key={field}
            label={t(`simulator.${label}`)}
            checked={person[field]}
            onChange={({ currentTarget }) => set({ [field]: currentTarget.checked })}
          />
        ))}
      </div>
      <StubsForm stubs={stubs} onChange={(changed) => onChange({ stubs: changed })} />
    </details>
  );
}
