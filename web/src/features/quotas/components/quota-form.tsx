import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Size } from '#web/features/booking-settings/booking-settings-queries.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { speciesChoices, useTraitWords } from '#web/features/services/trait-words.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Quota, QuotaFields } from '../quotas-queries.ts';

const MAX_NAME_LENGTH = 100;
const MAX_PETS = 10_000;
/** `<kind>.<cell>` */
const COUNTS = ['load.15min', 'arrivals.15min', 'load.day', 'arrivals.day'] as const;

interface QuotaFormProps {
  /** Left out: a new limit. */
  quota?: Quota;
  sizes: readonly Size[];
  submit: string;
  save: (fields: QuotaFields) => Promise<void>;
}

/** What a limit counts, and for which pets and services. */
export function QuotaForm({ quota, sizes, submit, save }: QuotaFormProps) {
  const { t } = useTranslation('booking');
  const words = useTraitWords();
  const { data: services = [] } = useQuery(servicesQuery);
  const form = useForm({
    initialValues: {
      name: quota?.name ?? '',
      max: String(quota?.max ?? ''),
      count: quota ? `${quota.kind}.${quota.cell}` : 'load.15min',
      per: quota?.per ?? ('company' as const),
      species: quota?.species ?? '',
      size: quota?.size ?? '',
      service_ids: quota?.service_ids ?? [],
    },
    validate: { max: (text) => ((parseWhole(text) ?? MAX_PETS + 1) > MAX_PETS ? t('problems.number') : null) },
  });
  const saving = useMutation({
    mutationFn: ({ count, max, species, size, name, ...fields }: typeof form.values) => {
      const [kind, cell] = count.split('.') as [Quota['kind'], Quota['cell']];
      const pets = { species: species || null, size: size || null };
      return save({ ...fields, ...pets, name: name.trim(), kind, cell, max: parseWhole(max) ?? 0 });
    },
  });
  const any = { value: '', label: t('quotas.any') };
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <FormError error={saving.error} />
      <TextInput
        {...form.getInputProps('name')}
        label={t('quotas.name')}
        description={t('quotas.nameHint')}
        maxLength={MAX_NAME_LENGTH}
        data-autofocus
        required
        mb="md"
      />
      <Fields>
        <TextInput {...form.getInputProps('max')} label={t('quotas.max')} inputMode="numeric" required />
        <NativeSelect
          {...form.getInputProps('per')}
          label={t('quotas.per')}
          data={(['company', 'staff'] as const).map((value) => ({ value, label: t(`quotas.pers.${value}`) }))}
        />
      </Fields>
      <NativeSelect
        {...form.getInputProps('count')}
        label={t('quotas.count')}
        data={COUNTS.map((value) => {
          const [kind, cell] = value.split('.') as ['load' | 'arrivals', '15min' | 'day'];
          return { value, label: t(`quotas.kinds.${kind}.${cell}`) };
        })}
        mb="md"
      />
      <Fields>
        <NativeSelect
          {...form.getInputProps('species')}
          label={t('quotas.species')}
          data={[
            any,
            ...speciesChoices(form.values.species ? [form.values.species] : []).map((value) => ({
              value,
              label: words.species(value),
            })),
          ]}
        />
        <NativeSelect
          {...form.getInputProps('size')}
          label={t('quotas.size')}
          data={[any, ...sizes.map(({ name }) => ({ value: name, label: words.size(name) }))]}
        />
      </Fields>
      <ChoiceChips
        label={t('quotas.services')}
        hint={t('quotas.servicesHint')}
        choices={services.map(({ _id, name }) => ({ value: _id, label: name }))}
        chosen={form.values.service_ids}
        onChange={(ids) => form.setFieldValue('service_ids', ids)}
      />
      <Button type="submit" loading={saving.isPending}>
        {submit}
      </Button>
    </form>
  );
}
