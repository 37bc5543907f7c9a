import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { speciesChoices, useTraitWords } from '../trait-words.ts';
import type { ServiceForm } from './form-types.ts';

const PLANS = ['parallel', 'sequence', 'stagger'] as const;

/** Which pets may come, and how many at once. */
export function PetsCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const words = useTraitWords();
  const { kind, accepted_species, max_pets, plan } = form.values;
  const hasSeveral = Number(max_pets) > 1;
  return (
    <Card title={t('pets.title')}>
      <ChoiceChips
        label={t('pets.species')}
        hint={t('pets.speciesHint')}
        choices={speciesChoices(accepted_species).map((name) => ({ value: name, label: words.species(name) }))}
        chosen={accepted_species}
        onChange={(chosen) => form.setFieldValue('accepted_species', chosen)}
      />
      <Fields>
        <TextInput {...form.getInputProps('max_pets')} label={t('pets.max')} inputMode="numeric" />
        {hasSeveral && kind === 'timed' && plan === 'stagger' && (
          <TextInput
            {...form.getInputProps('stagger_min')}
            label={t('pets.stagger')}
            inputMode="numeric"
            rightSection={t('minutesShort')}
          />
        )}
        {hasSeveral && kind !== 'timed' && (
          <TextInput
            {...form.getInputProps('share')}
            label={t('pets.share')}
            description={t('pets.shareHint')}
            inputMode="numeric"
          />
        )}
      </Fields>
      {hasSeveral && kind === 'timed' && (
        <NativeSelect
          {...form.getInputProps('plan')}
          label={t('pets.plan')}
          data={PLANS.map((value) => ({ value, label: t(`pets.plans.${value}`) }))}
          mt="sm"
        />
      )}
    </Card>
  );
}
