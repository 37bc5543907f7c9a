import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { ServiceForm } from './form-types.ts';

const MAX_NAME_LENGTH = 120;
const MAX_DESCRIPTION_LENGTH = 5_000;
const KINDS = ['timed', 'boarding', 'daycare'] as const;

/** Name, kind, and who may book the service. */
export function BasicsCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { kind, active } = form.values;
  return (
    <Card title={t('basics.title')}>
      <TextInput
        {...form.getInputProps('name')}
        label={t('basics.name')}
        maxLength={MAX_NAME_LENGTH}
        withAsterisk
        mb="md"
      />
      <Textarea
        {...form.getInputProps('description')}
        label={t('basics.description')}
        description={t('basics.descriptionHint')}
        maxLength={MAX_DESCRIPTION_LENGTH}
        rows={2}
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('kind')}
        label={t('basics.kind')}
        description={t(`basics.kindHints.${kind}`)}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as typeof kind;
          form.setValues({ kind: chosen, require_staff: chosen === 'timed' });
        }}
        mb="md"
      />
      <Switch
        {...form.getInputProps('active', { type: 'checkbox' })}
        size="md"
        label={t('basics.active')}
        description={t('basics.activeHint')}
        mb="sm"
      />
      <Switch
        {...form.getInputProps('public', { type: 'checkbox' })}
        size="md"
        label={t('basics.public')}
        description={t('basics.publicHint')}
        disabled={!active}
      />
    </Card>
  );
}
