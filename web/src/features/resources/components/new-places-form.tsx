import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseWhole } from '#web/lib/whole-number.ts';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { addPlaces, type ResourceTypeFields } from '../resources-queries.ts';

const MAX_NAME_LENGTH = 90;
const MAX_UNITS = 50;
const MAX_CAPACITY = 1_000;
const CELLS = ['5min', 'half_day', 'night'] as const;
const KINDS = ['unit', 'pool'] as const;

const EMPTY = {
  ...{ name: '', count: '2', pad_after_min: '0' },
  ...{ kind: 'unit' as ResourceTypeFields['kind'], cell: '5min' as ResourceTypeFields['cell'] },
};

/** A new type of places, with all its places at once. */
export function NewPlacesForm({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation('resources');
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      count: (text, { kind }) => {
        const count = parseWhole(text) ?? 0;
        return count < 1 || count > (kind === 'unit' ? MAX_UNITS : MAX_CAPACITY) ? t('problems.count') : null;
      },
      pad_after_min: (text) => (parseWhole(text) === undefined ? t('problems.minutes') : null),
    },
  });
  const { kind, cell } = form.values;
  const add = useMutation({
    mutationFn: ({ name, count, pad_after_min }: typeof EMPTY) =>
      addPlaces(
        { name: name.trim(), kind, cell, pad_after_min: cell === '5min' ? (parseWhole(pad_after_min) ?? 0) : 0 },
        parseWhole(count) ?? 1,
      ),
    onSuccess: onAdded,
  });
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <FormError error={add.error} />
      <TextInput
        {...form.getInputProps('name')}
        label={t('new.name')}
        description={t('new.nameHint')}
        maxLength={MAX_NAME_LENGTH}
        data-autofocus
        required
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('cell')}
        label={t('new.cell')}
        data={CELLS.map((value) => ({ value, label: t(`cells.${value}`) }))}
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('kind')}
        label={t('new.kind')}
        description={t(`new.kindHints.${kind}`)}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        mb="md"
      />
      <Fields>
        <TextInput {...form.getInputProps('count')} label={t('new.count')} inputMode="numeric" required />
        {cell === '5min' && (
          <TextInput
            {...form.getInputProps('pad_after_min')}
            label={t('new.pad')}
            inputMode="numeric"
            rightSection={t('minutesShort')}
          />
        )}
      </Fields>
      <Button type="submit" loading={add.isPending}>
        {t('new.submit')}
      </Button>
    </form>
  );
}
