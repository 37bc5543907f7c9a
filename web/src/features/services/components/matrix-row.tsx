import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Size } from '#web/features/booking-settings/booking-settings-queries.ts';
import { Fields } from '#web/ui/fields.tsx';
import { CHANGES } from '../matrix-draft.ts';
import { speciesChoices, useTraitWords } from '../trait-words.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';
import { MoneyInput } from './money-input.tsx';

const MAX_LENGTH = 100;

interface MatrixRowProps {
  form: ServiceForm;
  index: number;
  sizes: readonly Size[];
}

/** One kind of pets, and what is different for them. */
export function MatrixRow({ form, index, sizes }: MatrixRowProps) {
  const { t } = useTranslation('services');
  const words = useTraitWords();
  const path = `pet_matrix.${index}`;
  const row = form.values.pet_matrix[index];
  if (!row) return null;
  const isTimed = form.values.kind === 'timed';
  const any = { value: '', label: t('matrix.any') };
  const listed = speciesChoices([...form.values.accepted_species, ...(row.species ? [row.species] : [])]);
  const sizeNames = [...new Set([...sizes.map(({ name }) => name), ...(row.size ? [row.size] : [])])];
  return (
    <fieldset className={classes.row}>
      <legend className={classes.rowTitle}>{t('matrix.row', { number: index + 1 })}</legend>
      <Fields>
        <NativeSelect
          {...form.getInputProps(`${path}.species`)}
          label={t('matrix.species')}
          data={[any, ...listed.map((value) => ({ value, label: words.species(value) }))]}
        />
        <NativeSelect
          {...form.getInputProps(`${path}.size`)}
          label={t('matrix.size')}
          data={[any, ...sizeNames.map((value) => ({ value, label: words.size(value) }))]}
        />
        <TextInput
          {...form.getInputProps(`${path}.coat`)}
          label={t('matrix.coat')}
          placeholder={t('matrix.any')}
          list="coats"
          maxLength={MAX_LENGTH}
        />
        <TextInput
          {...form.getInputProps(`${path}.breed`)}
          label={t('matrix.breed')}
          placeholder={t('matrix.any')}
          maxLength={MAX_LENGTH}
        />
      </Fields>
      {!row.refuse && (
        <Fields>
          {isTimed && (
            <NativeSelect
              {...form.getInputProps(`${path}.time`)}
              label={t('matrix.time')}
              data={CHANGES.map((value) => ({ value, label: t(`matrix.times.${value}`) }))}
            />
          )}
          {isTimed && row.time !== 'same' && (
            <TextInput
              {...form.getInputProps(`${path}.minutes`)}
              label={t('matrix.minutes')}
              inputMode="numeric"
              rightSection={t('minutesShort')}
            />
          )}
          <NativeSelect
            {...form.getInputProps(`${path}.cost`)}
            label={t('matrix.cost')}
            data={CHANGES.map((value) => ({ value, label: t(`matrix.costs.${value}`) }))}
          />
          {row.cost !== 'same' && <MoneyInput {...form.getInputProps(`${path}.amount`)} label={t('matrix.amount')} />}
        </Fields>
      )}
      <div className={classes.rowEnd}>
        <Checkbox {...form.getInputProps(`${path}.refuse`, { type: 'checkbox' })} label={t('matrix.refuse')} />
        <Button
          variant="default"
          size="sm"
          onClick={() => form.removeListItem('pet_matrix', index)}
          aria-label={t('matrix.removeOne', { number: index + 1 })}
        >
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
}
