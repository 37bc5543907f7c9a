import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { speciesChoices, useTraitWords } from '#web/features/services/trait-words.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Resource, ResourceFields, ResourceType } from '../resources-queries.ts';

const MAX_NAME_LENGTH = 100;

interface ResourceFormProps {
  /** Left out: a new place. */
  resource?: Resource;
  kind: ResourceType['kind'];
  submit: string;
  save: (fields: ResourceFields) => Promise<void>;
}

/** Name and size of a place, and the pets that it is for. */
export function ResourceForm({ resource, kind, submit, save }: ResourceFormProps) {
  const { t } = useTranslation('resources');
  const words = useTraitWords();
  const form = useForm({
    initialValues: {
      name: resource?.name ?? '',
      capacity: String(resource?.capacity ?? 1),
      max_kg: String(resource?.attributes.max_kg ?? ''),
      species: resource?.attributes.species ?? [],
      area: resource?.attributes.area ?? '',
      active: resource?.active ?? true,
    },
    validate: {
      capacity: (text) => ((parseWhole(text) ?? 0) < 1 ? t('problems.count') : null),
      max_kg: (text) => (text === '' || kilograms(text) > 0 ? null : t('problems.weight')),
    },
  });
  const saving = useMutation({
    mutationFn: ({ name, capacity, max_kg, species, area, active }: typeof form.values) =>
      save({
        ...{ name: name.trim(), active, capacity: parseWhole(capacity) ?? 1 },
        attributes: { max_kg: max_kg === '' ? null : kilograms(max_kg), species, area: area.trim() || null },
      }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <FormError error={saving.error} />
      <TextInput
        {...form.getInputProps('name')}
        label={t('place.name')}
        maxLength={MAX_NAME_LENGTH}
        data-autofocus
        required
        mb="md"
      />
      <Fields>
        {kind === 'pool' && (
          <TextInput {...form.getInputProps('capacity')} label={t('place.capacity')} inputMode="numeric" required />
        )}
        <TextInput
          {...form.getInputProps('max_kg')}
          label={t('place.maxKg')}
          placeholder={t('place.any')}
          inputMode="decimal"
          rightSection="kg"
        />
        <TextInput
          {...form.getInputProps('area')}
          label={t('place.area')}
          placeholder={t('place.areaHint')}
          maxLength={MAX_NAME_LENGTH}
        />
      </Fields>
      <ChoiceChips
        label={t('place.species')}
        hint={t('place.speciesHint')}
        choices={speciesChoices(form.values.species).map((value) => ({ value, label: words.species(value) }))}
        chosen={form.values.species}
        onChange={(species) => form.setFieldValue('species', species)}
      />
      <Switch
        {...form.getInputProps('active', { type: 'checkbox' })}
        size="md"
        label={t('place.active')}
        description={t('place.activeHint')}
        mb="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {submit}
      </Button>
    </form>
  );
}

/** NaN if the text is no weight. */
const kilograms = (text: string): number => Number(text.trim().replace(',', '.'));
