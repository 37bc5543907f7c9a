import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { isJson, type SimulatorState, type TestStub } from './simulator-store.ts';
import classes from './simulator.module.css';

interface StubsFormProps {
  stubs: SimulatorState['stubs'];
  onChange: (stubs: SimulatorState['stubs']) => void;
}

const SUCCESS: TestStub = { isOk: true, json: '' };

/** What each call of another system answers in the test. */
export function StubsForm({ stubs, onChange }: StubsFormProps) {
  const { t } = useTranslation('flowRuns');
  const { words } = useBuilder();
  const { nodes } = useGraph();
  const calls = nodes.filter((node) => node.type === 'action' && node.data.action === 'api_call');
  if (calls.length === 0) return null;
  return (
    <fieldset className={classes.stubs}>
      <legend>{t('simulator.systems')}</legend>
      <p className={classes.hint}>{t('simulator.systemsHint')}</p>
      {calls.map((node) => {
        const stub = stubs[node.id] ?? SUCCESS;
        const set = (fields: Partial<TestStub>) => onChange({ ...stubs, [node.id]: { ...stub, ...fields } });
        const isBad = stub.json.trim() !== '' && !isJson(stub.json);
        return (
          <div key={node.id} className={classes.fields}>
            <NativeSelect
              size="sm"
              label={t('simulator.stub', { step: words.textOf(node) || words.titleOf(node) })}
              value={stub.isOk ? 'ok' : 'error'}
              onChange={({ currentTarget }) => set({ isOk: currentTarget.value === 'ok' })}
              data={[
                { value: 'ok', label: t('simulator.stubOk') },
                { value: 'error', label: t('simulator.stubError') },
              ]}
            />
            {stub.isOk && (
              <Textarea
                size="sm"
                rows={2}
                label={t('simulator.stubValue')}
                placeholder='{"price": 90}'
                value={stub.json}
                error={isBad ? t('simulator.badJson') : undefined}
                onChange={({ currentTarget }) => set({ json: currentTarget.value })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
