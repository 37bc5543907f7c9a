import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Closure, ClosureFields } from '../closures-queries.ts';

const MAX_NAME_LENGTH = 100;
const SCOPES = ['all', 'arrivals', 'pickups'] as const;

interface ClosureFormProps {
  /** Left out: a new closure. */
  closure?: Closure;
  /** The first day to choose. */
  today: string;
  submit: string;
  save: (fields: ClosureFields) => Promise<void>;
}

/** Name, days and hours of a closure. */
export function ClosureForm({ closure, today, submit, save }: ClosureFormProps) {
  const { t } = useTranslation('timeOff');
  const form = useForm({
    initialValues: {
      name: closure?.name ?? '',
      starts_on: closure?.starts_on ?? '',
      ends_on: closure?.ends_on ?? '',
      isWholeDay: !closure?.from,
      from: closure?.from ?? '09:00',
      to: closure?.to ?? '12:00',
      scope: closure?.scope ?? ('all' as const),
    },
  });
  const { starts_on, isWholeDay } = form.values;
  const saving = useMutation({
    mutationFn: ({ isWholeDay: whole, from, to, ends_on, ...fields }: typeof form.values) =>
      save({ ...fields, ends_on: ends_on || fields.starts_on, from: whole ? null : from, to: whole ? null : to }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <FormError error={saving.error} />
      <TextInput
        {...form.getInputProps('name')}
        label={t('closures.name')}
        description={t('closures.nameHint')}
        maxLength={MAX_NAME_LENGTH}
        data-autofocus
        required
        mb="md"
      />
      <Fields>
        <TextInput {...form.getInputProps('starts_on')} label={t('first')} type="date" min={today} required />
        <TextInput
          {...form.getInputProps('ends_on')}
          label={t('last')}
          description={t('lastHint')}
          type="date"
          min={starts_on || today}
        />
      </Fields>
      <Switch
        {...form.getInputProps('isWholeDay', { type: 'checkbox' })}
        size="md"
        label={t('closures.wholeDay')}
        mb="md"
      />
      {!isWholeDay && (
        <Fields>
          <TextInput {...form.getInputProps('from')} label={t('from')} type="time" required />
          <TextInput {...form.getInputProps('to')} label={t('to')} type="time" required />
        </Fields>
      )}
      <NativeSelect
        {...form.getInputProps('scope')}
        label={t('closures.scope')}
        data={SCOPES.map((value) => ({ value, label: t(`closures.scopes.${value}`) }))}
        mb="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {submit}
      </Button>
    </form>
  );
}
